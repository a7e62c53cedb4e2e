import { isLookedAfter } from '../../children/legal-status.ts'
import { type Day, holds } from '../../values/london.ts'
import { count, shortDay } from '../../values/words.ts'
import type { ChildFacts, Finding, HostFacts, Weighed } from '../facts.ts'
import { presentOn } from './presence.ts'

/** Looked after on a day; a child without a known status counts, so that the stricter rules apply. */
export const isFostered = (child: Pick<ChildFacts, 'statuses'>, day: Day): boolean => {
  const status = child.statuses.find(({ during }) => holds(during, day))?.status
  return status === undefined || isLookedAfter(status)
}

/** The foster children who would sleep there that night: those who live there, those staying, those asked for. */
export function fosteredOn({ host, children }: Pick<Weighed, 'host' | 'children'>, night: Day) {
  const asked = children.filter((child) => isFostered(child, night))
  const ids = new Set(asked.map(({ id }) => id))
  const there = host.sleepers.filter((s) => s.fostered && presentOn(s.present, night) && !ids.has(s.child))
  return [
    ...there.map((s) => ({ id: s.child, siblings: s.siblings })),
    ...asked.map((child) => ({ id: child.id, siblings: child.siblings })),
  ]
}

/**
 * Invariant 5, the usual fostering limit (Children Act 1989, Schedule 7): at most three foster children in the
 * home on any night, unless all are brothers and sisters of each other, or the authority where the carer lives has
 * exempted the home in writing, naming each child. The carers' own children do not count.
 */
export function limitFindings(weighed: Weighed): Finding[] {
  const { host, nights, pack, children } = weighed
  const over = nights.flatMap((night) => {
    if (!children.some((child) => isFostered(child, night))) return []
    const all = fosteredOn(weighed, night)
    const within = all.length <= pack.fosteringLimit.children || allSiblings(all) || exempt(host, all, night)
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

const allSiblings = (all: { id: string; siblings: string[] }[]) =>
  all.every((one) => all.every((other) => other.id === one.id || one.siblings.includes(other.id)))

const exempt = (host: HostFacts, all: { id: string }[], night: Day) =>
  host.exemptions.some(
    ({ children, during }) => holds(during, night) && all.every(({ id }) => children.includes(id)),
  )
