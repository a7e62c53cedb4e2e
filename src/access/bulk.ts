import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { insertMany, stateMany } from '../platform/many.ts'

/** Somebody an import names for the first time. */
export type NewPerson = { id: string; name: string; kind: 'staff' | 'carer' }

/** Adds people with neither address nor role: nobody can sign in as them until they have an address. */
export function addPeople(context: Context, people: readonly NewPerson[]): Promise<number> {
  const created = { created_at: sql`${context.now}::timestamptz` }
  return insertMany(context, 'person', people, created)
}

/** Gives roles from today on to people who do not hold them. */
export function giveRoles(
  context: Context,
  roles: readonly { person: string; role: Role }[],
): Promise<number> {
  return stateMany(
    context,
    'person_role',
    roles.map(({ person, role }) => ({
      key: { person_id: person, role },
      values: {},
      from: context.today,
      until: null,
      fresh: false,
    })),
  )
}
