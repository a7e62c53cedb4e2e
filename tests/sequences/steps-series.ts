import { acceptSeries } from '../../src/series/accept-series.ts'
import { answerSwap } from '../../src/series/answer-swap.ts'
import { askForSeries } from '../../src/series/ask-for-series.ts'
import { cancelSeries } from '../../src/series/cancel-series.ts'
import { offerSwap } from '../../src/series/offer-swap.ts'
import { withdrawSwap } from '../../src/series/withdraw-swap.ts'
import { addDays, dayOf } from '../../src/values/london.ts'
import type { Played } from './played.ts'
import { carerOf, hostOf, type Step, soon, toStay } from './step.ts'

const asked: Step = (played, pick) => {
  const home = pick(played.families)
  const host = pick(played.hosts)
  const first = soon(played, pick([1, 2, 5]) ?? 1)
  const date = pick([first, addDays(first, 7)])
  if (!home || !host) return null
  return {
    as: home.carer,
    action: askForSeries,
    input: {
      children: home.children,
      host: host.household,
      first,
      nights: pick([1, 2]),
      fromTime: '17:00',
      untilTime: '16:00',
      everyWeeks: 1,
      last: addDays(first, pick([7, 14]) ?? 7),
      why: 'rest',
      dates: pick([
        [],
        [],
        [{ date, do: 'skip' }],
        [{ date, do: 'move', to: addDays(first, 3) }],
        [{ date, do: 'elsewhere', host: pick(played.hosts)?.household }],
      ]),
    },
  }
}

const ofSeries = ({ stays }: Played) => stays.filter(({ series }) => series)

const agreed: Step = (played, pick) => {
  const stay = pick(ofSeries(played).filter(({ status }) => status === 'requested'))
  const as = stay && hostOf(played, stay)
  return stay && as ? { as, action: acceptSeries, input: { series: stay.series } } : null
}

const ended: Step = (played, pick) => {
  const stay = pick(ofSeries(played))
  const as = stay && carerOf(played, stay)
  const from = soon(played, pick([0, 4, 9]) ?? 0)
  return stay && as
    ? { as, action: cancelSeries, input: { series: stay.series, from, reason: 'Plans changed' } }
    : null
}

/** Asks for a night on which another family is at the same host, where there is one. */
const offered: Step = (played, pick) => {
  const open = played.stays.filter(({ status }) => status === 'requested' || status === 'accepted')
  const theirs = open.filter((one) => open.some(({ host, home }) => host === one.host && home !== one.home))
  return toStay(['requested', 'accepted'], offerSwap, carerOf, (_, stay) => {
    const other = pick(theirs.filter(({ host, home }) => host === stay.host && home !== stay.home))
    return { night: other ? addDays(dayOf(new Date(other.to)), -1) : soon(played, 3) }
  })({ ...played, stays: theirs.length > 0 ? theirs : open }, pick)
}

const answered: Step = (played, pick) => {
  const offer = pick(played.offers)
  const as = offer && carerOf(played, { home: offer.withHome })
  const answer = pick(['yes', 'yes', 'yes', 'no'])
  return offer && as ? { as, action: answerSwap, input: { offer: offer.id, answer } } : null
}

const takenBack: Step = (played, pick) => {
  const offer = pick(played.offers)
  const as = offer && carerOf(played, offer)
  return offer && as ? { as, action: withdrawSwap, input: { offer: offer.id } } : null
}

/** Several dates at once, and nights that change hands. */
export const seriesSteps: Step[] = [
  asked,
  asked,
  agreed,
  agreed,
  ended,
  offered,
  offered,
  answered,
  answered,
  takenBack,
]
