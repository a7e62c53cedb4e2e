import type { NewPerson } from '../access/bulk.ts'
import type { ChildRow, HomeRow } from './register.ts'
import { nameKey } from './rules.ts'

export type WorkerRole = 'supervising_social_worker' | 'child_social_worker'

export type KnownStaff = { id: string; name: string; roles: string[] }

export type DecidedStaff = {
  /** Everyone of the staff whom the register names, by `nameKey`. */
  byName: Map<string, string>
  added: NewPerson[]
  roles: { person: string; role: WorkerRole }[]
}

/** Who the social workers of a register are: known staff by their name within the service, or new people. */
export function decideStaff(
  { homes, children }: { homes: readonly HomeRow[]; children: readonly ChildRow[] },
  known: readonly KnownStaff[],
  newId: () => string,
): DecidedStaff {
  const decided: DecidedStaff = { byName: new Map(), added: [], roles: [] }
  const place = (names: Iterable<string | null>, role: WorkerRole) => {
    const unique = new Map([...names].flatMap((name) => (name ? [[nameKey(name), name] as const] : [])))
    for (const [key, name] of unique) {
      const namesakes = known.filter((person) => nameKey(person.name) === key)
      const match = namesakes.find((person) => person.roles.includes(role)) ?? namesakes[0]
      const id = match?.id ?? decided.byName.get(key) ?? newId()
      if (!match && !decided.byName.has(key)) decided.added.push({ id, name, kind: 'staff' })
      if (!match?.roles.includes(role)) decided.roles.push({ person: id, role })
      if (!decided.byName.has(key)) decided.byName.set(key, id)
      else if (match) decided.byName.set(key, match.id)
    }
  }
  place(
    homes.map((home) => home.supervisor),
    'supervising_social_worker',
  )
  place(
    children.map((child) => child.worker),
    'child_social_worker',
  )
  return decided
}
