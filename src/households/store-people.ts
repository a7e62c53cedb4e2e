import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { LinkKind } from './kinds.ts'

/** Whether an address is taken, in any service: it signs one person in. Tells nothing of whom. */
export async function emailIsTaken(context: Context, email: string): Promise<boolean> {
  const { rows } = await sql`select from person_for_email(${email})`.execute(context.db)
  return rows.length > 0
}

/** The carer of this home now or in time to come; `NotFound` for anyone else. */
export async function findCarer(context: Context, household: string, person: string): Promise<void> {
  const row = await context.db
    .selectFrom('household_carer')
    .select('id')
    .where('household_id', '=', household)
    .where('person_id', '=', person)
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`(upper_inf(during) or upper(during) > ${context.today}::date)`)
    .executeTakeFirst()
  if (!row) throw new NotFound()
}

/** The people who hold the role of supervising social worker on a day, by name. */
export async function supervisingSocialWorkers(
  context: Context,
  day: Day,
): Promise<{ id: string; name: string }[]> {
  return context.db
    .selectFrom('person as p')
    .innerJoin('person_role as r', 'r.person_id', 'p.id')
    .select(['p.id', 'p.name'])
    .where('r.role', '=', 'supervising_social_worker')
    .where(current('r', day))
    .orderBy('p.name')
    .execute()
}

/** A pair of homes in the one order it is kept in. */
export function pair(one: string, other: string) {
  const [household_a = '', household_b = ''] = [one.toLowerCase(), other.toLowerCase()].sort()
  return { household_a, household_b }
}

/** Whether the two homes are linked so, now or in time to come, as far as the actor may know. */
export async function findLink(context: Context, kind: LinkKind, one: string, other: string): Promise<void> {
  const { household_a, household_b } = pair(one, other)
  const row = await context.db
    .selectFrom('household_link')
    .select('id')
    .where('kind', '=', kind)
    .where('household_a', '=', household_a)
    .where('household_b', '=', household_b)
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`(upper_inf(during) or upper(during) > ${context.today}::date)`)
    .executeTakeFirst()
  if (!row) throw new NotFound()
}

/** Somebody who was a carer of this home at any time; `NotFound` for anyone else. */
export async function findFormerCarer(context: Context, household: string, person: string): Promise<void> {
  const row = await context.db
    .selectFrom('household_carer')
    .select('id')
    .where('household_id', '=', household)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) throw new NotFound()
}
