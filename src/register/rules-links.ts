import { pair } from '../children/rules.ts'
import type { Fact } from '../platform/many.ts'
import type { Day } from '../values/london.ts'
import { dayAfter } from './read-households.ts'
import { type ChildRow, FILES, type LinkRow } from './register.ts'
import { inWords, later, nothingSaid, or, type Said } from './rules.ts'

export type KnownLink = {
  kind: string
  a: string
  b: string
  until: Day | null
  orderedBy: string | null
  reason: string | null
}

/** A line of links.csv with the ids of its two homes or children, known in both orders. */
export type LinkCase = { row: LinkRow; a: string; b: string; known: KnownLink | null }

export type DecidedLinks = Said & {
  must_not_meet: Fact[]
  household_link: Fact[]
  added: number
}

/** What a register changes about friendships, homes kept apart, and children who must not meet. */
export function decideLinks(cases: readonly LinkCase[], today: Day): DecidedLinks {
  const out: DecidedLinks = { ...nothingSaid(), must_not_meet: [], household_link: [], added: 0 }
  for (const { row, a, b, known } of cases) {
    const until = dayAfter(row.lastDay) ?? known?.until ?? null
    const children = row.kind === 'must_not_meet'
    const [first, second] = pair(a, b)
    const key: Record<string, string> = children
      ? { child_id: first, other_child_id: second }
      : { kind: row.kind, household_a: first, household_b: second }
    const values = {
      ordered_by: or<string>(row.orderedBy, known?.orderedBy),
      reason: or(row.reason, known?.reason),
    }
    const over = until !== null && until <= today
    if (over && !known) {
      const says = `it ended on ${row.lastDay}; left out`
      out.notices.push({ file: FILES.links, line: row.line, column: 'until', says })
      continue
    }
    const before = known && sayLink(known.orderedBy, known.reason, known.until)
    const now = over ? 'no longer' : sayLink(values.ordered_by, values.reason, until)
    if (before === now) continue
    if (known) {
      out.changes.push({ about: `${row.a} and ${row.b}`, what: inWords(row.kind), was: before ?? '', now })
    } else out.added++
    const list = children ? out.must_not_meet : out.household_link
    list.push({ key, values: over ? null : values, from: today, until: over ? null : until, fresh: !known })
  }
  return out
}

const sayLink = (orderedBy: string | null, reason: string | null, until: Day | null): string =>
  [orderedBy, reason, until && `until before ${until}`].filter(Boolean).join(', ') || 'yes'

const MOST_SIBLINGS = 15

export type DecidedSiblings = Said & { sibling: Fact[]; added: number }

/**
 * The pairs of each sibling group that are not known yet, brothers and sisters since the younger was born. Pairs
 * that are known stay, whatever the register says: a tie is only ended by somebody who knows the children.
 */
export function decideSiblings(
  children: readonly ChildRow[],
  idOf: (reference: string) => string,
  isKnown: (a: string, b: string) => boolean,
): DecidedSiblings {
  const out: DecidedSiblings = { ...nothingSaid(), sibling: [], added: 0 }
  const grouped = new Map<string, ChildRow[]>()
  for (const child of children) {
    if (!child.siblingGroup) continue
    const members = grouped.get(child.siblingGroup) ?? []
    members.push(child)
    grouped.set(child.siblingGroup, members)
  }
  for (const [group, members] of grouped) {
    const [first] = members
    if (!first) continue
    const place = { file: FILES.children, line: first.line, column: 'sibling_group' }
    if (members.length === 1) {
      out.notices.push({ ...place, says: `nobody else is in the group ${group}` })
    }
    if (members.length > MOST_SIBLINGS) {
      const what = `${members.length} children are in the group ${group}`
      out.problems.push({
        ...place,
        what,
        mend: `give each family its own group, of ${MOST_SIBLINGS} at most`,
      })
      continue
    }
    for (const [index, one] of members.entries()) {
      for (const other of members.slice(index + 1)) {
        const [child_a, child_b] = pair(idOf(one.reference), idOf(other.reference))
        if (isKnown(child_a, child_b)) continue
        out.added++
        const from = later(one.dob, other.dob)
        out.sibling.push({ key: { child_a, child_b }, values: {}, from, until: null, fresh: true })
      }
    }
  }
  return out
}
