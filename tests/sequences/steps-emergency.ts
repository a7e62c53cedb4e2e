import { answerByPhone } from '../../src/sleepovers/answer-by-phone.ts'
import { askForDayCare } from '../../src/sleepovers/ask-for-day-care.ts'
import { askInEmergency } from '../../src/sleepovers/ask-in-emergency.ts'
import { callDuty } from '../../src/sleepovers/call-duty.ts'
import { confirmEmergency } from '../../src/sleepovers/confirm-emergency.ts'
import { dayOf, timeOf } from '../../src/values/london.ts'
import { personOf } from '../given/service.ts'
import type { Played } from './played.ts'
import { carerOf, hostOf, type Step, soon, toStay } from './step.ts'

const emergencies = ({ stays }: Played) => stays.filter(({ kind }) => kind === 'emergency')

/** A bed now, with somebody's word by voice or without. */
const asked: Step = (played, pick) => {
  const home = pick(played.families)
  const host = pick(played.hosts)
  if (!home || !host) return null
  const { callers } = played.given
  const voice = {
    reason: 'It cannot wait',
    authorisedBy: 'Somebody on duty',
    authorisedRole: pick(['child_social_worker', 'duty_worker', 'duty_manager']),
    authorisedAt: timeOf(new Date(played.now().getTime() - 600_000)),
    supervisionPlan: 'A carer stays awake',
  }
  return {
    as: pick([home.carer, home.carer, callers.dutyWorker, callers.childSocialWorker]) ?? home.carer,
    action: askInEmergency,
    input: {
      children: pick([home.children, home.children.slice(0, 1)]),
      host: host.household,
      happened: pick(['not_safe', 'carer_ill']),
      until: pick([null, null, soon(played, 2), soon(played, 4)]),
      ...(pick([true, false]) ? voice : {}),
    },
  }
}

const called: Step = (played, pick) => {
  const home = pick(played.families)
  return home
    ? { as: home.carer, action: callDuty, input: { children: home.children, happened: 'distress' } }
    : null
}

const byPhone: Step = (played, pick) =>
  toStay(
    ['requested'],
    answerByPhone,
    (_, stay) => pick([carerOf(played, stay), played.given.callers.dutyWorker]),
    (_, stay) => {
      const host = hostOf(played, stay)
      return host
        ? { answer: pick(['yes', 'yes', 'yes', 'declined', 'no_answer']), saidBy: personOf(host) }
        : null
    },
  )({ ...played, stays: emergencies(played) }, pick)

const confirmed: Step = (played, pick) =>
  toStay(
    ['requested', 'accepted', 'arrived', 'returned', 'continued', 'converted', 'cancelled'],
    confirmEmergency,
    () => pick([played.given.callers.childSocialWorker, played.given.callers.liaisonWorker]),
    () => ({ note: 'It was right' }),
  )({ ...played, stays: emergencies(played) }, pick)

/** Some hours of a day at a home. */
const byDay: Step = (played, pick) => {
  const home = pick(played.families)
  const host = pick(played.hosts)
  if (!home || !host) return null
  return {
    as: home.carer,
    action: askForDayCare,
    input: {
      children: pick([home.children, home.children.slice(0, 1)]),
      host: host.household,
      on: pick([dayOf(played.now()), soon(played, 1), soon(played, 3)]),
      fromTime: pick(['09:00', '14:00']),
      untilTime: pick(['17:00', '23:30']),
      why: 'rest',
      splitReason: pick(['', 'A camp']),
    },
  }
}

/** What cannot wait, and what is by the hour. */
export const emergencySteps: Step[] = [asked, asked, called, byPhone, byPhone, confirmed, byDay]
