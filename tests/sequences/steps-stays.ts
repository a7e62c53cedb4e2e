import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { cancelSleepover } from '../../src/sleepovers/cancel-sleepover.ts'
import { declineSleepover } from '../../src/sleepovers/decline-sleepover.ts'
import { giveYes } from '../../src/sleepovers/give-yes.ts'
import { readCard } from '../../src/sleepovers/read-card.ts'
import { recordArrival } from '../../src/sleepovers/record-arrival.ts'
import { recordReturn } from '../../src/sleepovers/record-return.ts'
import { addDays, dayOf } from '../../src/values/london.ts'
import { carerOf, hostOf, justNow, type Step, soon, toStay } from './step.ts'

const ask: Step = (played, pick) => {
  const home = pick(played.families)
  const host = pick(played.hosts)
  const from = soon(played, pick([0, 1, 2, 5]) ?? 1)
  const nights = pick([1, 1, 2, 2, 3, 5, 8]) ?? 1
  if (!home || !host) return null
  const children = pick([home.children, home.children.slice(0, 1)]) ?? home.children
  return {
    as: home.carer,
    action: askForSleepover,
    input: {
      children,
      host: host.household,
      from,
      fromTime: '17:00',
      until: addDays(from, nights),
      untilTime: '16:00',
      why: pick(['rest', 'carer_holiday', 'friendship']),
      splitReason: pick(['', 'A camp']),
      views: Object.fromEntries(children.map((child) => [child, 'Fine by me'])),
    },
  }
}

const yes: Step = (played, pick) => {
  const waiting = played.stays.filter(({ status, waits }) => status === 'requested' && waits.length > 0)
  const stay = pick(waiting)
  const finding = stay && pick(stay.waits)
  if (!stay || !finding) return null
  const { callers } = played.given
  const as = pick([
    callers.childSocialWorker,
    callers.dutyManager,
    callers.fosteringManager,
    callers.teamManager,
    callers.liaisonWorker,
  ])
  const until = addDays(dayOf(new Date(stay.to)), pick([0, 30]) ?? 0)
  return as
    ? { as, action: giveYes, input: { stay: stay.id, finding, reason: 'Right for them', until } }
    : null
}

/** Mostly those whose time it is; now and then somebody comes days before. */
const came: Step = (played, pick) => {
  const soonest = new Date(played.now().getTime() + 13 * 3_600_000)
  const due = played.stays.filter(({ from, to }) => new Date(from) < soonest && new Date(to) > played.now())
  return toStay(['requested', 'accepted', 'accepted'], recordArrival, hostOf, () => ({
    ...justNow(played, pick([0, 1]) ?? 0),
    unreadReason: pick(['', 'It was late', 'It was late']),
  }))({ ...played, stays: pick([due, due, due, played.stays]) ?? due }, pick)
}

/** What everybody does all the time. */
export const stays: Step[] = [
  ask,
  ask,
  ask,
  yes,
  yes,
  toStay(['requested'], acceptSleepover, hostOf, () => ({})),
  toStay(['requested'], acceptSleepover, hostOf, () => ({})),
  toStay(['requested'], acceptSleepover, hostOf, () => ({})),
  toStay(['requested'], declineSleepover, hostOf, () => ({ reason: 'We are ill' })),
  toStay(['requested', 'accepted'], cancelSleepover, carerOf, () => ({ reason: 'Plans changed' })),
  toStay(['requested', 'accepted', 'arrived'], readCard, hostOf, (_, { children }, pick) => ({
    child: pick(children),
  })),
  came,
  came,
  came,
  toStay(['arrived'], recordReturn, carerOf, (played, _, pick) => justNow(played, pick([0, 1]) ?? 0)),
  toStay(['arrived'], recordReturn, carerOf, (played, _, pick) => justNow(played, pick([0, 2]) ?? 0)),
]
