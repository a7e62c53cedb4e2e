import { giveConsent } from '../../src/children/give-consent.ts'
import { liftApart } from '../../src/children/lift-apart.ts'
import { orderApart } from '../../src/children/order-apart.ts'
import { placeChild } from '../../src/children/place-child.ts'
import { addBed } from '../../src/households/add-bed.ts'
import { closeNights } from '../../src/households/close-nights.ts'
import { endBed } from '../../src/households/end-bed.ts'
import { recordApproval } from '../../src/households/record-approval.ts'
import { recordCheck } from '../../src/households/record-check.ts'
import { reopenNights } from '../../src/households/reopen-nights.ts'
import { withdrawConsent } from '../../src/sleepovers/withdraw-consent.ts'
import { addDays, dayOf } from '../../src/values/london.ts'
import { child, type Step, soon } from './step.ts'

/** Facts that change under the stays. */
export const facts: Step[] = [
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
      household: pick([...played.families, ...played.families, ...played.hosts])?.household,
      from: soon(played, pick([0, 1, 3]) ?? 0),
    },
  }),
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: endBed,
    input: { bed: pick(played.hosts.flatMap(({ beds }) => beds)), from: soon(played, pick([0, 2]) ?? 0) },
  }),
  // And what mends them, or soon nobody could go anywhere.
  (played, pick) => ({
    as: played.given.callers.programmeLead,
    action: addBed,
    input: {
      household: pick(played.hosts)?.household,
      room: pick(['Bedroom 1', 'Loft']),
      name: `Bed ${pick([1, 2, 3, 4, 5])}`,
      from: soon(played, pick([0, 1]) ?? 0),
    },
  }),
  (played, pick) => {
    const apart = pick(played.apart)
    const as = played.given.callers.teamManager
    return apart ? { as, action: liftApart, input: { apart, from: soon(played, pick([0, 1]) ?? 0) } } : null
  },
]
