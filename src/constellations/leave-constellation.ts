import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { day, id, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { giveTask } from '../platform/tasks.ts'
import { addDays, type Day, momentAt } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import { standing } from './rules.ts'
import { carersOf, findConstellation, liaisonOf } from './store.ts'
import { constellationFacts } from './store-facts.ts'
import { findMembership, leave, type Membership } from './store-members.ts'

export const leaveConstellation = action({
  name: 'leave-constellation',
  says: 'Ends the part a home plays in a constellation from a day on.',
  input: z.object({
    constellation: id('a constellation'),
    household: id('a home'),
    from: day('the first day the home is no longer part of it'),
    reason: text('Enter why the home leaves'),
  }),
  subject: (context, { constellation, household }) =>
    findMembership(context, constellation, household, context.today),
  allow: may.leaveConstellation,
  run: async (context, { constellation, household, from, reason }) => {
    await takeTurns(context, [constellation, household])
    const membership = await findMembership(context, constellation, household, context.today)
    checkDay(context, membership, from)
    const { name, stage } = await findConstellation(context, constellation)
    await leave(context, membership, from, reason)
    await tell(
      context,
      [...(await liaisonOf(context, constellation)), ...(await carersOf(context, [household]))],
      {
        subject: `A home leaves ${name}`,
        body: `A home leaves the constellation ${name} on ${longDay(from)}.`,
        about: { kind: 'constellation', id: constellation },
      },
    )
    if (stage === 'active') await say(context, constellation, name, from)
    return { constellation, household }
  },
})

function checkDay({ actor, today }: Context, { household, since, until }: Membership, from: Day) {
  const refuse = (says: string) => {
    throw new Refusal(says, { field: 'from' })
  }
  if (from <= since) refuse(`The home joined on ${longDay(since)}. Choose a later day`)
  if (until && from >= until) refuse(`The home already leaves on ${longDay(until)}. Choose an earlier day`)
  if (actor.ownHomes.includes(household) && from < today) refuse('Choose today or a day to come')
  if (from > addDays(today, 366)) refuse('Choose a day within the next year')
}

/** What the constellation lacks from that day on: for the liaison worker and, without a hub, the programme lead. */
async function say(context: Context, constellation: string, name: string, from: Day) {
  const facts = await constellationFacts(context, constellation, from)
  const day = from < context.today ? context.today : from
  const about = { kind: 'constellation', id: constellation }
  const due = momentAt(day, '17:00')
  const [liaison] = await liaisonOf(context, constellation)
  const worker = liaison ? { forPerson: liaison } : ({ forRole: 'programme_lead' } as const)
  for (const finding of standing(facts, packAt(day))) {
    const task = { kind: finding.code, says: `${name} from ${longDay(from)}: ${finding.says}`, about, due }
    if (finding.code === 'no-hub') await giveTask(context, { ...task, forRole: 'programme_lead' })
    if (finding.code === 'no-hub' && liaison) await giveTask(context, { ...task, forPerson: liaison })
    if (finding.code === 'too-few-satellites') await giveTask(context, { ...task, ...worker })
  }
}
