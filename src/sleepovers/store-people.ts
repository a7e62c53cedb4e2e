import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import { type Context, widened } from '../platform/context.ts'
import { known } from './store-read.ts'

/** The carers of a home today. */
export const carersOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select person_id as id from household_carer c where c.household_id = ${home} and ${known('c')} and c.during @> ${context.today}::date`,
  )

/** The social workers of these children today. */
export const workersOf = (context: Context, children: readonly string[]): Promise<string[]> =>
  ids(
    context,
    sql`select distinct person_id as id from child_worker w where w.child_id = any (${children}::uuid[]) and ${known('w')} and w.during @> ${context.today}::date`,
  )

/** The liaison workers of the constellation a home belongs to today. */
export const liaisonOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select distinct l.person_id as id from membership m
      join constellation_liaison l on l.constellation_id = m.constellation_id and ${known('l')} and l.during @> ${context.today}::date
      where m.household_id = ${home} and ${known('m')} and m.during @> ${context.today}::date`,
  )

/** The supervising social worker of a home today. */
export const supervisorOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select person_id as id from household_worker w where w.household_id = ${home} and ${known('w')} and w.during @> ${context.today}::date`,
  )

/** Who could give this yes: the one person whose child or home it is, or everyone who holds the role today. */
export async function whoCould(
  context: Context,
  role: Role,
  about: { children: readonly string[]; host: string },
): Promise<string[]> {
  if (role === 'child_social_worker') return workersOf(context, about.children)
  if (role === 'supervising_social_worker') return supervisorOf(context, about.host)
  if (role === 'liaison_worker') return liaisonOf(context, about.host)
  return ids(
    context,
    sql`select distinct person_id as id from person_role r where r.role = ${role} and ${known('r')} and r.during @> ${context.today}::date`,
  )
}

/** The constellation a home belongs to today; null for none. */
export async function constellationOf(context: Context, home: string): Promise<string | null> {
  const [found] = await ids(
    context,
    sql`select constellation_id as id from membership m where m.household_id = ${home} and ${known('m')} and m.during @> ${context.today}::date`,
  )
  return found ?? null
}

async function ids(context: Context, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await widened(context, () =>
    (query as ReturnType<typeof sql<{ id: string }>>).execute(context.db),
  )
  return rows.map(({ id }) => id)
}
