import { giveConsent } from '../../src/children/give-consent.ts'
import { orderApart } from '../../src/children/order-apart.ts'
import { placeChild } from '../../src/children/place-child.ts'
import { closeNights } from '../../src/households/close-nights.ts'
import { endBed } from '../../src/households/end-bed.ts'
import { recordApproval } from '../../src/households/record-approval.ts'
import { recordCheck } from '../../src/households/record-check.ts'
import { reopenNights } from '../../src/households/reopen-nights.ts'
import type { AnyAction } from '../../src/platform/action.ts'
import type { Caller } from '../../src/platform/actor.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { cancelSleepover } from '../../src/sleepovers/cancel-sleepover.ts'
import { declineSleepover } from '../../src/sleepovers/decline-sleepover.ts'
import { giveYes } from '../../src/sleepovers/give-yes.ts'
import { readCard } from '../../src/sleepovers/read-card.ts'
import { recordArrival } from '../../src/sleepovers/record-arrival.ts'
import { recordReturn } from '../../src/sleepovers/record-return.ts'
import { withdrawConsent } from '../../src/sleepovers/withdraw-consent.ts'
import { addDays, dayOf, timeOf } from '../../src/values/london.ts'
import type { Played } from './played.ts'

/** Something somebody tries to do, or nothing where there is nothing to do it to. */
export type Tried = { as: Caller; action: AnyAction; input: Record<string, unknown> } | null

/** A step picks what it is about by numbers: the same numbers pick the same things. */
export type Step = (played: Played, pick: <T>(from: readonly T[]) => T | undefined) => Tried

const soon = (played: Played, days: number) => addDays(dayOf(played.now()), days)

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

/** Something done to a stay in one of these states, by whoever is named. */
export const toStay =
  (
    states: readonly string[],
    action: AnyAction,
    who: (played: Played, stay: Played['stays'][number]) => Caller | undefined,
    more: (played: Played, stay: Played['stays'][number], pick: Parameters<Step>[1]) => object | null,
  ): Step =>
  (played, pick) => {
    const stay = pick(played.stays.filter(({ status }) => states.includes(status)))
    const as = stay && who(played, stay)
    const input = stay && more(played, stay, pick)
    return stay && as && input ? { as, action, input: { stay: stay.id, ...input } } : null
  }

export const hostOf = (played: Played, { host }: { host: string }) =>
  played.hosts.find(({ household }) => household === host)?.carer
export const carerOf = (played: Played, { home }: { home: string }) =>
  played.families.find(({ household }) => household === home)?.carer

/** A clock time in the last hours, as people write things down afterwards. */
export const justNow = (played: Played, hoursAgo: number) => {
  const moment = new Date(played.now().getTime() - hoursAgo * 3_600_000)
  return { on: dayOf(moment), at: timeOf(moment) }
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

const child = (played: Played, pick: Parameters<Step>[1]) =>
  pick(played.families.flatMap(({ children }) => children))

const facts: Step[] = [
  (played, pick) => ({
    as: played.given.callers.childSocialWorker,
    action: withdrawConsent,
    input: {
      child: child(played, pick),
      item: 'overnight_stay',
      from: soon(played, pick([0, 1, 3]) ?? 0),
      reason: 'A worry',
    },
  }),
  (played, pick) => ({
    as: played.given.callers.childSocialWorker,
    action: giveConsent,
    input: {
      child: child(played, pick),
      item: 'overnight_stay',
      decision: pick(['agreed', 'agreed', 'ask_each_time', 'refused']),
      basis: 'delegated_authority',
      givenBy: 'Ashcombe',
      from: pick(['2025-01-06', dayOf(played.now())]),
      until: pick([null, soon(played, 2), '2027-12-31']),
    },
  }),
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: recordCheck,
    input: {
      household: pick(played.hosts)?.household,
      kind: pick(['dbs', 'review', 'allergy_training']),
      expiresOn: pick([soon(played, -1), soon(played, 1), '2028-01-01', '2028-01-01']),
      from: dayOf(played.now()),
    },
  }),
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: recordApproval,
    input: {
      household: pick(played.hosts)?.household,
      places: pick([1, 3, 4]),
      ageMin: 0,
      ageMax: pick([7, 17, 17]),
      sex: pick(['any', 'any', 'female']),
      from: '2020-01-06',
      lastDay: pick([null, null, soon(played, 2)]),
    },
  }),
  (played, pick) => {
    const from = soon(played, pick([0, 1, 4]) ?? 0)
    const household = pick(played.hosts)
    const until = addDays(from, pick([1, 7]) ?? 1)
    return household
      ? {
          as: household.carer,
          action: closeNights,
          input: { household: household.household, from, until, reason: 'Away' },
        }
      : null
  },
  (played, pick) => {
    const closure = pick(played.closures)
    const as = played.given.callers.programmeLead
    return closure ? { as, action: reopenNights, input: { closure } } : null
  },
  (played, pick) => ({
    as: played.given.callers.teamManager,
    action: orderApart,
    input: {
      child: child(played, pick),
      other: child(played, pick),
      orderedBy: pick(['court', 'advisory']),
      from: dayOf(played.now()),
      reason: 'An order',
    },
  }),
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: placeChild,
    input: {
      child: child(played, pick),
      household: pick([...played.families, ...played.hosts])?.household,
      from: soon(played, pick([0, 1, 3]) ?? 0),
    },
  }),
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: endBed,
    input: { bed: pick(played.hosts.flatMap(({ beds }) => beds)), from: soon(played, pick([0, 2]) ?? 0) },
  }),
]

const stays: Step[] = [
  ask,
  ask,
  ask,
  yes,
  yes,
  toStay(['requested'], acceptSleepover, hostOf, () => ({})),
  toStay(['requested'], acceptSleepover, hostOf, () => ({})),
  toStay(['requested'], declineSleepover, hostOf, () => ({ reason: 'We are ill' })),
  toStay(['requested', 'accepted'], cancelSleepover, carerOf, () => ({ reason: 'Plans changed' })),
  toStay(['requested', 'accepted', 'arrived'], readCard, hostOf, (_, { children }, pick) => ({
    child: pick(children),
  })),
  toStay(['requested', 'accepted'], recordArrival, hostOf, (played, _, pick) => ({
    ...justNow(played, pick([0, 1]) ?? 0),
    unreadReason: pick(['', 'It was late']),
  })),
  toStay(['arrived'], recordReturn, carerOf, (played, _, pick) => justNow(played, pick([0, 2]) ?? 0)),
]

/** Everything people do to stays, each as likely as it stands here often, and facts that change under them. */
export const STEPS: readonly Step[] = [...stays, ...stays, ...facts]
