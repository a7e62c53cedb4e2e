import { isLookedAfter } from '../../children/legal-status.ts'
import { type Day, holds } from '../../values/london.ts'
import { count, shortDay } from '../../values/words.ts'
import type { ChildFacts, Finding, HostFacts, Weighed } from '../facts.ts'
import { daysOfNight, sleepingOn } from './presence.ts'

/** Looked after on a day; a child without a known status counts, so that the stricter rules apply. */
export const isFostered = (child: Pick<ChildFacts, 'statuses'>, day: Day): boolean => {
  const status = child.statuses.find(({ during }) => holds(during, day))?.status
  return status === undefined || isLookedAfter(status)
}

/** Looked after on the evening or the morning of a night. */
const isFosteredOn = (child: ChildFacts, night: Day, days: readonly Day[]) =>
  daysOfNight(night, days).some((day) => isFostered(child, day))

type Counted = { id: string; siblings: string[] }

/** The foster children who would sleep there that night, each once: those who live there, stay there, are asked for. */
export function fosteredOn(
  { host, children, days }: Pick<Weighed, 'host' | 'children' | 'days'>,
  night: Day,
): Counted[] {
  const asked = new Set(children.map(({ id }) => id))
  const there = sleepingOn(night, host.sleepers).filter((s) => s.fostered && !asked.has(s.child))
  const all = [
    ...there.map((s): Counted => ({ id: s.child, siblings: s.siblings })),
    ...children.filter((child) => isFosteredOn(child, night, days)),
  ]
  return [...new Map(all.map(({ id, siblings }) => [id, { id, siblings }])).values()]
}

/**
 * Invariant 5, the usual fostering limit (Children Act 1989, Schedule 7): at most three foster children in the
 * home on any night, unless all are brothers and sisters of each other, or the authority where the carer lives has
 * exempted the home in writing, naming each child. The carers' own children do not count.
 */
export function limitFindings(weighed: Weighed): Finding[] {
  const { host, nights, pack, children, days } = weighed
  const over = nights.flatMap((night) => {
    if (!children.some((child) => isFosteredOn(child, night, days))) return []
    const all = fosteredOn(weighed, night)
    const within =
      all.length <= pack.fosteringLimit.children ||
      allSiblings(all) ||
      daysOfNight(night, days).every((day) => exempt(host, all, day))
    return within ? [] : [{ night, number: all.length }]
  })
  const worst = over.toSorted((a, b) => b.number - a.number)[0]
  if (!worst) return []
  const authority = host.localAuthority ?? 'the authority where the carer lives'
  return [
    {
      rule: '5',
      key: '5',
      level: 'stop',
      says: `There would be ${count(worst.number, 'foster child', 'foster children')} at ${host.name} on ${shortDay(
        worst.night,
      )}. The limit is ${pack.fosteringLimit.children}. Only ${authority} can allow more, in writing, naming each child.`,
      evidence: `${count(over.length, 'night')} over the limit; no exemption names all of them`,
      source: pack.fosteringLimit.source,
      overriddenBy: [],
      children: [],
    },
  ]
}

const allSiblings = (all: readonly Counted[]) =>
  all.every((one) => all.every((other) => other.id === one.id || one.siblings.includes(other.id)))

const exempt = (host: HostFacts, all: readonly Counted[], day: Day) =>
  host.exemptions.some(
    ({ children, during }) => holds(during, day) && all.every(({ id }) => children.includes(id)),
  )
