import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'

export type PersonRow = {
  id: string
  name: string
  kind: 'staff' | 'carer' | 'young_person'
  email: string | null
  phone: string | null
}

/** The person, with the actor's own eyes. */
export async function findPerson(context: Context, person: string): Promise<PersonRow> {
  const row = await context.db
    .selectFrom('person')
    .select(['id', 'name', 'kind', 'email', 'phone'])
    .where('id', '=', person)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row as PersonRow
}

export async function addPerson(context: Context, person: Omit<PersonRow, 'id'>): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('person')
    .values({ ...person, id, service_id: context.actor.service.id })
    .execute()
  return id
}

export async function changePerson(
  context: Context,
  { id, ...values }: Omit<PersonRow, 'kind'>,
): Promise<void> {
  await context.db.updateTable('person').set(values).where('id', '=', id).execute()
}

export type PersonListed = PersonRow & { roles: string[] }

/**
 * The people the actor may know, with what they are today in words: their roles, and for carers the part their
 * home plays (`hub carer`, `satellite carer`, `guest carer`, `carer`).
 */
export async function listPeople(context: Context, named: string): Promise<PersonListed[]> {
  const { rows } = await sql<PersonListed>`
    select p.id, p.name, p.kind, p.email, p.phone, coalesce(array_agg(distinct found.role order by found.role)
      filter (where found.role is not null), '{}') as roles
    from person p left join lateral (
      select case r.role when 'child_social_worker' then 'child''s social worker'
        when 'duty_manager' then 'out-of-hours manager' when 'coach' then 'programme coach' else replace(r.role, '_', ' ') end as role from person_role r where r.person_id = p.id and ${current('r', context.today)}
      union all
      select coalesce(m.part || ' carer', 'carer') from household_carer c
        left join membership m on m.household_id = c.household_id and ${current('m', context.today)}
        where c.person_id = p.id and ${current('c', context.today)}
    ) found on true
    where ${named} = '' or p.name ilike '%' || ${named} || '%'
    group by p.id order by p.kind desc, p.name, p.id`.execute(context.db)
  return rows
}
