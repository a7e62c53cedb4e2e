import { ageOn, type Day, type Days, holds, overlap, weekday } from '../../values/london.ts'
import { count, list, shortDay } from '../../values/words.ts'
import type { ChildFacts, Finding, HostFacts, Weighed } from '../facts.ts'
import { presentOn } from './presence.ts'

/**
 * Invariant 6: one bed, one child, half-open intervals; and whether the home is open. Chooses the beds that ask
 * the fewest children to share a bedroom (invariant 7). Nobody can override a bed that is not there.
 */
export function bedFindings(weighed: Weighed): { beds: Map<string, string>; findings: Finding[] } {
  const { host, children, nights, pack } = weighed
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
  const closed = nights.filter((night) => !isOpen(host, night))
  const findings = closed.length
    ? [
        finding(
          '6:closed',
          `${host.name} is closed on ${list(closed.map(shortDay))}.`,
          'The home’s own calendar',
        ),
      ]
    : []
  const free = freeBeds(weighed)
  const beds = chooseBeds(weighed, free)
  if (beds.size < children.length) {
    const tight = nights.filter((night) => freeOn(host, night) < children.length)
    const when = tight.length ? ` on ${list(tight.map(shortDay))}` : ' for the whole time'
    const there = free.length === 0 ? 'No bed is free' : `Only ${count(free.length, 'bed')} free`
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
  const taken = new Set(
    host.sleepers.filter((s) => s.bed !== null && presentOn(s.present, night)).map((s) => s.bed),
  )
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

/** Child to bed, with as few children over three sharing without agreement as can be; the first such in bed order. */
function chooseBeds(weighed: Weighed, free: HostFacts['beds']): Map<string, string> {
  const { children } = weighed
  let best: { cost: number; beds: Map<string, string> } = { cost: Number.POSITIVE_INFINITY, beds: new Map() }
  const place = (index: number, chosen: Map<string, HostFacts['beds'][number]>, cost: number): void => {
    if (cost >= best.cost) return
    const child = children[index]
    if (!child) {
      best = { cost, beds: new Map([...chosen].map(([id, bed]) => [id, bed.id])) }
      return
    }
    const used = new Set([...chosen.values()].map((bed) => bed.id))
    for (const bed of free.filter(({ id }) => !used.has(id))) {
      place(index + 1, new Map(chosen).set(child.id, bed), cost + sharers(weighed, child, bed.room, chosen))
    }
  }
  place(0, new Map(), 0)
  return best.beds
}

/** How many pairs in this room would need an agreement if the child slept there too. */
function sharers(
  { children, host, asked, pack, days }: Weighed,
  child: ChildFacts,
  room: string,
  chosen: Map<string, HostFacts['beds'][number]>,
): number {
  const first = days[0] ?? ''
  const needs = (dob: Day) => ageOn(dob, first) >= pack.ownBedroomFromAge.years
  const agreed = (other: string) => child.sharing.some((s) => s.with === other && holds(s.during, first))
  const together = children.filter((other) => chosen.get(other.id)?.room === room)
  const there = host.sleepers.filter(
    (s) => s.room === room && s.present.some((span) => overlap(span, asked.span)),
  )
  const unknown = [
    ...together.map((o) => ({ id: o.id, dob: o.dob })),
    ...there.map((s) => ({ id: s.child, dob: s.dob })),
  ]
  return unknown.filter((other) => !agreed(other.id) && (needs(child.dob) || needs(other.dob))).length
}
