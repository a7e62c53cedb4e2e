import { addDays, type Day, holds, weekday } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count, list, shortDay } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'

const WEEKS = 12

/**
 * Invariant 19: a home that hosts has its rest (so many nights in a row, nights of the week that are its own), and is
 * shared fairly (so many child-nights for one home in twelve weeks), as its liaison worker settled it. The liaison
 * worker may say yes. In an emergency it is good to know: nobody is turned away at night for somebody's rest.
 */
export function restFindings(weighed: Weighed): Finding[] {
  const { asked, host, nights, pack } = weighed
  const settled = (night: Day) => host.rest.find(({ during }) => holds(during, night))
  const emergency = asked.kind === 'emergency'
  const finding = (key: string, says: string, evidence: string): Finding => ({
    rule: '19',
    key: `19:${key}`,
    level: emergency ? 'know' : 'yes',
    says,
    evidence,
    source: pack.rules['19'].title,
    overriddenBy: emergency ? [] : pack.rules['19'].overriddenBy,
    children: [],
  })

  const own = nights.filter((night) => settled(night)?.protectedDays.includes(weekday(night)))
  const protectedNights = own.length
    ? [
        finding(
          'protected',
          `${host.name} keeps ${list(own.map(shortDay))} for itself.`,
          'Protected days, settled with the liaison worker',
        ),
      ]
    : []

  const row = longestRow(weighed)
  const most = nights.map((night) => settled(night)?.nightsInRow ?? null).find((limit) => limit !== null)
  const inRow =
    most !== undefined && most !== null && row > most
      ? [
          finding(
            'row',
            `${host.name} would have children for ${count(row, 'night')} in a row; ${most} is the most without a rest.`,
            `${count(row, 'night')} in a row with this stay`,
          ),
        ]
      : []

  const share = nights.map((night) => settled(night)?.nightsPerHome ?? null).find((limit) => limit !== null)
  const used = usedWith(weighed)
  const unfair =
    share !== undefined && share !== null && used > share
      ? [
          finding(
            'share',
            `The home that asks would have had ${count(used, 'child-night')} at ${host.name} in ${WEEKS} weeks; ${share} is a fair share.`,
            `${count(used, 'child-night')} of ${WEEKS} weeks, this stay counted`,
          ),
        ]
      : []
  return [...protectedNights, ...inRow, ...unfair]
}

/** The longest run of nights with a child staying at the host that this stay would be part of. */
function longestRow({ host, nights }: Weighed): number {
  const taken = new Set([...nights, ...host.hosted.flatMap(({ span }) => nightsOf(span))])
  const runFrom = (night: Day, step: 1 | -1): number => {
    let length = 0
    while (taken.has(addDays(night, step * (length + 1)))) length++
    return length
  }
  return Math.max(0, ...nights.map((night) => 1 + runFrom(night, 1) + runFrom(night, -1)))
}

/** Child-nights of the asking home at the host in the twelve weeks that end with this stay, this stay counted. */
function usedWith({ asked, host, nights, children }: Weighed): number {
  const last = nights.at(-1)
  if (last === undefined) return 0
  const first = addDays(last, -7 * WEEKS)
  const before = host.hosted
    .filter(({ home }) => home === asked.home)
    .flatMap(({ span }) => nightsOf(span))
    .filter((night) => night > first && night <= last)
  return before.length + nights.length * children.length
}
