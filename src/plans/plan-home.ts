import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { NotFound } from '../platform/refusals.ts'
import { household, plan } from './input.ts'
import { reasonsOf } from './rules/reasons.ts'
import { showPlan } from './rules/shown.ts'
import { waysOn } from './rules/ways-on.ts'
import { findGround, findPlan, seatsOf } from './store.ts'

export const planHome = listing({
  name: 'plan-home',
  says: 'One home of a plan: where it is and why, what else was near and what kept it out, what moving it would cost.',
  query: z.object({ plan, household }),
  allow: may.readPlans,
  run: async (context, { plan, household }) => {
    const { name: planName, state } = await findPlan(context, plan)
    const { facts, settings, multipliers } = await findGround(context, plan)
    const home = facts.homes.find((one) => one.household === household)
    if (!home) throw new NotFound()
    const seats = await seatsOf(context, plan)
    const shown = showPlan(facts, settings, seats)
    const around = shown.constellations.find(({ hub, satellites }) =>
      [hub, ...satellites].some((one) => one.household === household),
    )
    const here = around && [around.hub, ...around.satellites].find((one) => one.household === household)
    return {
      plan,
      planName,
      state,
      household,
      name: home.name,
      children: home.children.length,
      spareBeds: home.spareBeds,
      wants: home.wantsMockingbird,
      part: !around ? null : around.hub.household === household ? ('hub' as const) : ('satellite' as const),
      hub: around ? { household: around.hub.household, name: around.hub.name } : null,
      km: here?.km ?? null,
      leftOutBecause:
        !around && seats.some((one) => one.household === household)
          ? (reasonsOf(facts, settings, seats).leftOut.find((one) => one.household === household)?.because ??
            null)
          : null,
      aside: shown.aside.find((one) => one.household === household)?.because ?? null,
      ...waysOn(facts, settings, seats, multipliers, household),
      can: { change: may.makePlan(context.actor) },
    }
  },
})

export type ShownPlanHome = Awaited<ReturnType<(typeof planHome)['run']>>
