import { z } from 'zod'
import { may } from '../access/policy.ts'
import { roleName } from '../access/roles.ts'
import { action } from '../platform/action.ts'
import { day, id, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Forbidden, Refusal } from '../platform/refusals.ts'
import { closeTasks, giveTask } from '../platform/tasks.ts'
import { dayOf, momentAt } from '../values/london.ts'
import { list } from '../values/words.ts'
import { resumeStay } from './agree.ts'
import { stillNeeded } from './rules.ts'
import { findStay } from './store.ts'
import { carersOf } from './store-people.ts'
import { saveYes, yesesOf } from './store-yeses.ts'
import { weigh } from './weigh.ts'
import { roleToSayYes, yesTask } from './yeses.ts'

export const giveYes = action({
  name: 'give-yes',
  says: 'Says yes, as the named person, to something that needs one before a sleepover can go ahead.',
  input: z.object({
    stay: id('a sleepover'),
    finding: text('Choose what you say yes to', 200),
    reason: text('Enter why this is right for the child'),
    until: day('the last day your yes holds'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.override,
  run: async (context, { stay: stayId, finding: key, reason, until }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    if (stay.status !== 'requested') throw new Refusal('This sleepover no longer waits for a yes')
    const weighing = await weigh(context, stay, children, host, stayId)
    const { findings, packVersion } = weighing
    const finding = findings.find((one) => one.key === key)
    if (finding?.level !== 'yes') {
      throw new Refusal('Nobody’s yes is needed for that any more. Look at the sleepover again')
    }
    const role = roleToSayYes(context.actor, finding, stay)
    if (!role) {
      throw new Forbidden(`Only the ${list(finding.overriddenBy.map(roleName))} can say yes to this`)
    }
    if (context.actor.person === stay.requestedBy) {
      throw new Refusal('You asked for this sleepover, so somebody else must say yes')
    }
    if (until < dayOf(stay.span.from)) {
      throw new Refusal('Your yes must hold at least until the sleepover begins', { field: 'until' })
    }
    const task = await giveTask(context, {
      kind: 'review yes',
      says: 'Look again at the yes you gave to a sleepover',
      about: { kind: 'stay', id: stayId },
      due: momentAt(until, '09:00'),
      forPerson: context.actor.person ?? '',
    })
    const yes = await saveYes(context, {
      stay: stayId,
      finding,
      reason,
      role,
      expiresOn: until,
      packVersion,
      task,
    })
    await closeTasks(context, yesTask(key), stayId, 'Yes')
    const needed = stillNeeded(findings, await yesesOf(context, stayId), context.today)
    if (stay.heldReason && weighing.fits && needed.length === 0) await resumeStay(context, stay, weighing)
    await tell(context, [...(await carersOf(context, host)), ...(await carersOf(context, stay.home))], {
      subject: 'A sleepover has a yes it needed',
      body: 'Somebody said yes to something a sleepover was waiting for. Sign in to see what is left to do.',
      about: { kind: 'stay', id: stayId },
    })
    return { stay: stayId, yes }
  },
})
