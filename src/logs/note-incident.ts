import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { day, id, oneOf, optionalText, text, time, yesNo } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { packAt } from '../platform/rule-pack.ts'
import { giveTask } from '../platform/tasks.ts'
import { findStay, type Stay } from '../sleepovers/store.ts'
import { liaisonOf, supervisorOf, whoCould, workersOf } from '../sleepovers/store-people.ts'
import { dayOf } from '../values/london.ts'
import { dayAndTime } from '../values/words.ts'
import { momentOfStay } from './moment.ts'
import { notifyBy } from './rules.ts'
import { addIncident } from './store.ts'
import { INCIDENT_CODES } from './words.ts'

/**
 * Source of the clock: Fostering Services (England) Regulations 2011, Schedule 7, and National Minimum Standards 2011,
 * standard 29. What is written late is written all the same (invariant 17); the task then is due already.
 */
export const noteIncident = action({
  name: 'note-incident',
  says: 'Writes down what happened to a child during a stay. One that must be notified starts the 24-hour clock.',
  input: z.object({
    stay: id('a sleepover'),
    child: id('which child'),
    on: day('the day it happened'),
    at: time('the time it happened'),
    kind: oneOf(INCIDENT_CODES, 'Choose what kind of thing happened'),
    says: text('Enter what happened', 4000),
    done: optionalText(4000).describe('What was done about it'),
    reportable: yesNo('Choose whether it must be notified'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.writeLog,
  run: async (context, { stay, child, kind, says, done, reportable, ...when }, found) => {
    const happenedAt = await momentOfStay(context, found, { child, ...when })
    const { notification } = packAt(dayOf(happenedAt))
    const by = reportable ? notifyBy(happenedAt, notification.hours) : null
    const incident = { happenedAt, kind, says, done, notifyBy: by }
    const { id, added } = await addIncident(context, { stay, child }, incident)
    if (added && by) await startClock(context, found, child, by)
    return { stay, child, entry: id }
  },
})

/** Somebody has to notify it in time, and those who answer for the child and the host know at once. */
async function startClock(context: Context, stay: Stay, child: string, by: Date): Promise<void> {
  const { host } = stay
  const liaison = await liaisonOf(context, host)
  const about = { kind: 'stay', id: stay.id }
  const task = {
    kind: 'notify incident',
    says: `Notify an incident during a sleepover by ${dayAndTime(by)} (Schedule 7)`,
    about,
    due: by,
  }
  if (liaison.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
  for (const forPerson of liaison) await giveTask(context, { ...task, forPerson })
  const late = by < context.now
  const people = [
    ...liaison,
    ...(await supervisorOf(context, host)),
    ...(await workersOf(context, [child])),
    ...(await whoCould(context, 'duty_worker', { children: [child], host })),
  ]
  await tell(context, people, {
    subject: 'An incident during a sleepover must be notified',
    body: late
      ? `It was to be notified by ${dayAndTime(by)}, which has passed. Notify it now. The log of the sleepover says what happened.`
      : `It must be notified by ${dayAndTime(by)}. The log of the sleepover says what happened.`,
    about,
  })
}
