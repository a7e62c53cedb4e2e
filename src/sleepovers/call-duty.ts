import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { packAt } from '../platform/rule-pack.ts'
import { giveTask } from '../platform/tasks.ts'
import { homeInEmergency } from './emergency.ts'
import { emergencyInput } from './emergency-homes.ts'
import { usualSpan } from './rules/emergency-span.ts'
import { saveUnmetNeed } from './store.ts'
import { dutyCalled } from './store-emergency.ts'
import { liaisonOf, supervisorOf, whoCould, workersOf } from './store-people.ts'
import { HAPPENED_CODES } from './words.ts'

/** The kind of the task that a call for the duty team leaves. */
const CALLED = 'emergency without a home'

/** It never refuses: when nobody can take them somebody must know, whatever was typed. */
export const callDuty = action({
  name: 'call-duty',
  says: 'Tells the duty team that no home can take the children now, and keeps the need as one that could not be met.',
  input: emergencyInput.pick({ children: true }).extend({
    happened: z.enum(HAPPENED_CODES).catch('other').describe('What has happened'),
  }),
  subject: async (context, { children }) => ({ home: await homeInEmergency(context, children), children }),
  allow: may.askForSleepover,
  run: async (context, { children, happened }, { home }) => {
    await takeTurns(context, children)
    const [child = ''] = children
    // Sent twice it is one call.
    if (await dutyCalled(context, CALLED, children)) return { child, home }
    await saveUnmetNeed(context, {
      home,
      host: null,
      stay: null,
      children,
      span: usualSpan(context.now),
      why: happened,
      outcome: 'nobody',
      reason: 'No home could take them',
      findings: [],
      packVersion: packAt(context.today).version,
    })
    await giveTask(context, {
      kind: CALLED,
      says: 'An emergency: no home could be found. Ring the home now',
      about: { kind: 'child', id: child },
      due: context.now,
      forRole: 'duty_worker',
    })
    const people = [
      ...(await whoCould(context, 'duty_worker', { children, host: home })),
      ...(await whoCould(context, 'duty_manager', { children, host: home })),
      ...(await workersOf(context, children)),
      ...(await supervisorOf(context, home)),
      ...(await liaisonOf(context, home)),
    ]
    await tell(context, people, {
      subject: 'An emergency without a home',
      body: 'No home could be found that can take somebody in now. Sign in to see who needs one.',
      about: { kind: 'child', id: child },
    })
    return { child, home }
  },
})
