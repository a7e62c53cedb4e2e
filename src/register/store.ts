import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import type { KnownLink } from './rules-links.ts'
import type { KnownStaff } from './rules-people.ts'

/*
 * What is known already, for a whole service or for many homes or children at once. Reads any table; the rows an
 * import writes go through `bulk.ts` of their own modules.
 */

/** The condition that a fact, as it is known now, holds today or will. */
export const standing = (alias: string, today: Day) =>
  sql<boolean>`(${sql.ref(`${alias}.superseded_at`)} is null and (upper_inf(${sql.ref(`${alias}.during`)})
    or upper(${sql.ref(`${alias}.during`)}) > ${today}::date))`

/** Every home of the service: its reference and id. */
export const homeReferences = (context: Context): Promise<Map<string, string>> =>
  referencesOf(context, 'household')

/** Every child of the service: their reference and id. */
export const childReferences = (context: Context): Promise<Map<string, string>> =>
  referencesOf(context, 'child')

async function referencesOf(
  { db, actor }: Context,
  table: 'household' | 'child',
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom(table)
    .select(['reference', 'id'])
    .where('service_id', '=', actor.service.id)
    .execute()
  return new Map(rows.map(({ reference, id }) => [reference, id]))
}

/** The service's staff with their roles today, those who have been there longest first. */
export async function knownStaff({ db, today }: Context): Promise<KnownStaff[]> {
  const { rows } = await sql<KnownStaff>`
    select p.id, p.name, coalesce(array_agg(r.role) filter (where r.role is not null), '{}') as roles
    from person p left join person_role r on r.person_id = p.id and ${standing('r', today)}
    where p.kind = 'staff' group by p.id order by p.created_at, p.id`.execute(db)
  return rows
}

/** The links of homes and of children that stand, by kind and pair in the order pairs are kept in. */
export async function knownLinks({ db, today }: Context): Promise<Map<string, KnownLink>> {
  const { rows } = await sql<KnownLink>`
    select l.kind, l.household_a as a, l.household_b as b, upper(l.during)::text as until,
      l.ordered_by as "orderedBy", l.reason
    from household_link l where ${standing('l', today)}
    union all
    select 'must_not_meet', m.child_id, m.other_child_id, upper(m.during)::text, m.ordered_by, m.reason
    from must_not_meet m where ${standing('m', today)} and m.other_child_id is not null`.execute(db)
  return new Map(rows.map((link) => [linkKey(link.kind, link.a, link.b), link]))
}

export const linkKey = (kind: string, a: string, b: string): string => `${kind} ${a} ${b}`

/** The pairs of brothers and sisters that stand, `a b` in the order pairs are kept in. */
export async function knownSiblings({ db, today }: Context): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    select s.child_a || ' ' || s.child_b as pair from sibling s where ${standing('s', today)}`.execute(db)
  return new Set(rows.map(({ pair }) => pair))
}

/** Room for a long import: the app's usual patience is that of a page. For this transaction alone. */
export async function takeYourTime({ db }: Context): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(db)
}

/** Whether any position was imported yet. */
export async function knownPlaces({ db }: Context): Promise<boolean> {
  const row = await db.selectFrom('place_position').select('place').limit(1).executeTakeFirst()
  return row !== undefined
}
