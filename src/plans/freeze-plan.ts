import { z } from 'zod'
import { may } from '../access/policy.ts'
import { invite } from '../constellations/invite.ts'
import { addConstellation, constellationsOn } from '../constellations/store.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { BadInput, Refusal } from '../platform/refusals.ts'
import { whatStopsIt } from './freezing.ts'
import { household, plan } from './input.ts'
import { satellitesByHub } from './rules/moves.ts'
import { namesFor } from './rules/names.ts'
import { findGround, findPlan, seatsOf, setFrozen } from './store.ts'

export const freezePlan = action({
  name: 'freeze-plan',
  says: 'Makes the constellations of a plan and invites every home of it. Each home answers for itself.',
  input: z.object({
    plan,
    /** What each constellation is to be called, by its hub; where it is left out, it is called after the hub home. */
    names: z
      .array(z.object({ hub: household, name: text('Enter a name for each constellation', 80) }))
      .max(200)
      .default([]),
  }),
  subject: (context, input) => findPlan(context, input.plan),
  allow: may.makePlan,
  conflicts: {
    constellation_name: 'There is already a constellation with one of these names. Choose other names.',
    invitation_open: 'One of these homes has been asked already. Look at the plan again.',
  },
  run: async (context, { plan, names }) => {
    // The plan first: its run may be about to put the homes elsewhere.
    await takeTurns(context, [plan])
    const seats = await seatsOf(context, plan)
    await takeTurns(
      context,
      seats.map(({ household }) => household),
    )
    const stops = await whatStopsIt(context, await findPlan(context, plan), seats)
    if (stops.length > 0) throw new Refusal(stops.join(' '), { detail: { stops } })
    const { facts } = await findGround(context, plan)
    const taken = (await constellationsOn(context, context.today)).map(({ name }) => name)
    const called = namesFor(satellitesByHub(seats), facts, names, taken)
    if ('issues' in called) throw new BadInput(called.issues)
    const became = []
    for (const { hub, satellites, name } of called.constellations)
      became.push({ hub, constellation: await form(context, name, hub, satellites) })
    await setFrozen(context, plan, became)
    return { plan, constellations: became.map(({ constellation }) => constellation) }
  },
})

/** A forming constellation whose hub and satellites are asked, by the same ways as one by one. */
async function form(context: Context, name: string, hub: string, satellites: readonly string[]) {
  const constellation = await addConstellation(context, name)
  const asked = { constellation, buddy: null, varianceReason: null }
  const forming = { name, stage: 'forming' as const }
  await invite(context, { ...asked, household: hub, part: 'hub' }, forming)
  for (const household of satellites)
    await invite(context, { ...asked, household, part: 'satellite' }, forming)
  return constellation
}
