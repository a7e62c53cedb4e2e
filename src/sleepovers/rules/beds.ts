import { type Day, type Days, holds, overlap, weekday } from '../../values/london.ts'
import { count, list, shortDay } from '../../values/words.ts'
import type { Finding, HostFacts, Weighed } from '../facts.ts'
import { sleepingOn } from './presence.ts'
import { missingAgreements } from './sharing.ts'

/**
 * Invariant 6: one bed, one child, half-open intervals; and whether the home is open. Chooses the beds that ask
 * the fewest children to share a bedroom (invariant 7). Nobody can override a bed that is not there. A stay by day
 * needs none.
 */
export function bedFindings(weighed: Weighed): { beds: Map<string, string>; findings: Finding[] } {
  const { asked, host, children, nights, days, pack } = weighed
  const finding = (key: string, says: string, evidence: string): Finding => ({
    rule: '6',
    key,
    level: 'stop',
    says,
    evidence,
    source: pack.rules['6'].title,
    overriddenBy: [],
    children: [],
  })
  const byDay = asked.kind === 'day_care'
  // The weekly pattern is about nights; nights taken off close the days they are named by.
  const closed = byDay
    ? days.filter((day) => host.closures.some((closure) => holds(closure, day)))
    : nights.filter((night) => !isOpen(host, night))
  const findings = closed.length
    ? [
        finding(
          '6:closed',
          `${host.name} is closed on ${list(closed.map(shortDay))}.`,
          'The home’s own calendar',
        ),
      ]
    : []
  if (byDay) return { beds: new Map(), findings }
  const free = freeBeds(weighed)
  const beds = chooseBeds(weighed, free)
  if (beds.size < children.length) {
    const tight = nights.filter((night) => freeOn(host, night) < children.length)
    const when = tight.length ? ` on ${list(tight.map(shortDay))}` : ' for the whole time'
    const most = tight.length ? Math.max(...tight.map((night) => freeOn(host, night))) : free.length
    const there = most === 0 ? 'No bed is free' : `Only ${count(most, 'bed')} free`
    const needed = children.length > 1 ? `; ${children.length} are needed` : ''
    findings.push(
      finding('6', `${there}${when}${needed}.`, `${count(host.beds.length, 'bed')} kept for stays`),
    )
  }
  return { beds, findings }
}

/** Whether the home takes children that night: its weekly pattern and its closures. */
export function isOpen(host: Pick<HostFacts, 'closures' | 'weekly'>, night: Day): boolean {
  if (host.closures.some((closure) => holds(closure, night))) return false
  const pattern = host.weekly.find(({ during }) => holds(during, night))
  return pattern === undefined || pattern.openNights.includes(weekday(night))
}

/** How many beds nobody sleeps in that night, as far as this night alone goes. */
export function freeOn(host: HostFacts, night: Day): number {
  const here = host.beds.filter((bed) => holds(bed.during, night))
  const taken = new Set(sleepingOn(night, host.sleepers).map(({ bed }) => bed))
  return here.filter((bed) => !taken.has(bed.id)).length
}

/** The beds that are there on every day of the stay and that nobody holds for any part of it. */
export function freeBeds({ host, days, asked }: Pick<Weighed, 'host' | 'days' | 'asked'>): HostFacts['beds'] {
  const there = (during: Days) => days.every((day) => holds(during, day))
  const held = new Set(
    host.sleepers
      .filter(({ present }) => present.some((span) => overlap(span, asked.span)))
      .map(({ bed }) => bed),
  )
  return host.beds.filter((bed) => there(bed.during) && !held.has(bed.id))
}

/** More than any number of wishes can weigh: an agreement that is missing. */
const AGREEMENT = 1000

/**
 * Child to bed, with as few agreements missing to share a bedroom as can be; then with as many as can be in the bed
 * they sleep in already, or in another where that is the wish. Of several such the first is taken, the eldest first
 * and in the order of the rooms, so that the order the facts came in does not matter.
 */
function chooseBeds(weighed: Weighed, free: HostFacts['beds']): Map<string, string> {
  const children = weighed.children.toSorted((a, b) => order([a.dob, a.id], [b.dob, b.id]))
  const beds = free.toSorted((a, b) => order([a.room, a.name, a.id], [b.room, b.name, b.id]))
  const { bedsNow } = weighed.asked
  const unwished = (child: string, bed: string) =>
    bedsNow !== undefined && (bedsNow.beds[child] === bed) === (bedsNow.wish === 'change')
  let best: { cost: number; beds: Map<string, string> } = { cost: Number.POSITIVE_INFINITY, beds: new Map() }
  const place = (index: number, chosen: Map<string, HostFacts['beds'][number]>, cost: number): void => {
    if (cost >= best.cost) return
    const child = children[index]
    if (!child) {
      best = { cost, beds: new Map([...chosen].map(([id, bed]) => [id, bed.id])) }
      return
    }
    const used = new Set([...chosen.values()].map((bed) => bed.id))
    for (const bed of beds.filter(({ id }) => !used.has(id))) {
      const beside = children.filter((other) => chosen.get(other.id)?.room === bed.room)
      const more = missingAgreements(weighed, child, bed.room, beside).length
      const wish = unwished(child.id, bed.id) ? 1 : 0
      place(index + 1, new Map(chosen).set(child.id, bed), cost + more * AGREEMENT + wish)
    }
  }
  place(0, new Map(), 0)
  return best.beds
}

/** Orders by the first of the words that differ. */
function order(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((word, index) => word !== b[index])
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
