import { convertSleepover } from '../../src/sleepovers/convert-sleepover.ts'
import { extendSleepover } from '../../src/sleepovers/extend-sleepover.ts'
import { moveSleepover } from '../../src/sleepovers/move-sleepover.ts'
import { recordNoShow } from '../../src/sleepovers/record-no-show.ts'
import { shortenSleepover } from '../../src/sleepovers/shorten-sleepover.ts'
import { addDays, dayOf, timeOf } from '../../src/values/london.ts'
import type { Played } from './played.ts'
import { carerOf, hostOf, justNow, type Step, soon, toStay } from './step.ts'

const BEGUN_OR_AGREED = ['accepted', 'arrived', 'arrived']
const lastDay = ({ to }: { to: string }) => dayOf(new Date(to))

/** Somebody of either home, or on duty. */
const oneOfThem = (played: Played, stay: Played['stays'][number], pick: Parameters<Step>[1]) =>
  pick([carerOf(played, stay), hostOf(played, stay), played.given.callers.dutyWorker])

/** A day and time some hours from now, before or after it. */
const about = (played: Played, hours: number) => {
  const moment = new Date(played.now().getTime() + hours * 3_600_000)
  return { on: dayOf(moment), at: timeOf(moment) }
}

const longer: Step = (played, pick) =>
  toStay(
    BEGUN_OR_AGREED,
    extendSleepover,
    (_, stay) => pick([carerOf(played, stay), hostOf(played, stay)]),
    (_, stay) => ({
      until: addDays(lastDay(stay), pick([0, 1, 2, 4]) ?? 1),
      untilTime: pick(['16:00', '19:00']),
    }),
  )(played, pick)

const shorter: Step = (played, pick) =>
  toStay(
    BEGUN_OR_AGREED,
    shortenSleepover,
    (_, stay) => oneOfThem(played, stay, pick),
    (_, stay) => ({
      until: pick([soon(played, 0), soon(played, 1), addDays(lastDay(stay), -1)]),
      untilTime: pick(['10:00', '20:00']),
      reason: 'They long for home',
    }),
  )(played, pick)

const moved: Step = (played, pick) =>
  toStay(
    ['requested', ...BEGUN_OR_AGREED],
    moveSleepover,
    (_, stay) => oneOfThem(played, stay, pick),
    (_, stay) => {
      const host = pick([...played.hosts, ...played.hosts.filter(({ household }) => household === stay.host)])
      return {
        host: host?.household,
        ...(stay.status === 'arrived' ? about(played, pick([0, 0, -1, -20, 5, 26]) ?? 0) : {}),
        agreedBy: host?.carer.person,
        reason: 'It is too much there',
      }
    },
  )(played, pick)

const notThere: Step = (played, pick) =>
  toStay(
    ['accepted'],
    recordNoShow,
    (_, stay) => oneOfThem(played, stay, pick),
    () => ({ whereabouts: pick(['at_home', 'not_known']), reason: 'They did not come' }),
  )(played, pick)

const became: Step = (played, pick) =>
  toStay(
    ['arrived'],
    convertSleepover,
    () => pick([played.given.callers.childSocialWorker, played.given.callers.dutyManager]),
    () => ({
      ...justNow(played, pick([0, 3, 30]) ?? 0),
      into: pick(['lives_here', 'lives_elsewhere']),
      reason: 'They cannot go back',
    }),
  )(played, pick)

/** What becomes of a stay that is agreed or has begun. */
export const lifeSteps: Step[] = [longer, longer, shorter, moved, moved, notThere, became]
