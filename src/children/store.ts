import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { end, range, state } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { Details } from './input.ts'

/** A child as the subject of a permission. */
export type Child = { child: string }

/** The child, if the actor may see them; `NotFound` for anyone else's and for an unknown id. */
export async function findChild(context: Context, child: string): Promise<Child> {
  const row = await context.db
    .selectFrom('child')
    .select('id as child')
    .where('id', '=', child)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** All of the children; `NotFound` where the actor may not see one of them. */
export async function findChildren(context: Context, children: readonly string[]): Promise<Child[]> {
  return Promise.all(children.map((child) => findChild(context, child)))
}

/**
 * A home of the service in which a child is placed. Looked up beyond the actor's own homes: a social worker places
 * a child with a home they do not know yet. Gives nothing of it but that it is there.
 */
export async function findHomeToPlaceIn(context: Context, household: string): Promise<void> {
  const row = await widened(context, () =>
    context.db.selectFrom('household').select('id').where('id', '=', household).executeTakeFirst(),
  )
  if (!row) throw new NotFound()
}

/** The home, if the actor may know it. */
export async function findHome(context: Context, household: string): Promise<{ household: string }> {
  const row = await context.db
    .selectFrom('household')
    .select('id as household')
    .where('id', '=', household)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** A person of the service whom the actor may know. */
export async function findPerson(context: Context, person: string): Promise<void> {
  const row = await context.db.selectFrom('person').select('id').where('id', '=', person).executeTakeFirst()
  if (!row) throw new NotFound()
}

/** A new child without a fact to their name. Gives the id. */
export async function insertChild(context: Context, reference: string): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('child')
    .values({ id, service_id: context.actor.service.id, reference, created_at: context.now })
    .execute()
  return id
}

/** States who a child is from a day on. */
export function stateDetails(context: Context, child: string, details: Details, from: Day): Promise<string> {
  const values = {
    first_name: details.firstName,
    last_name: details.lastName,
    dob: details.dob,
    sex: details.sex,
    responsible_authority: details.responsibleAuthority,
    pets: details.pets,
    cared_for_alongside: details.caredForAlongside,
  }
  return state(context, 'child_detail', { child_id: child }, values, from)
}

/** States the home a child lives at from a day on. The home before it ends that day. */
export function statePlacement(
  context: Context,
  child: string,
  household: string,
  from: Day,
): Promise<string> {
  return state(context, 'placement', { child_id: child }, { household_id: household }, from)
}

/** Whether a person of the service holds the role of child's social worker on a day. */
export async function isChildSocialWorker(context: Context, person: string, day: Day): Promise<boolean> {
  const row = await context.db
    .selectFrom('person_role')
    .select('id')
    .where('person_id', '=', person)
    .where('role', '=', 'child_social_worker')
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`during @> ${day}::date`)
    .executeTakeFirst()
  return row !== undefined
}

/** An order or advice to keep apart as it stands now, with the children it names, if the actor may see one of them. */
export async function findApart(context: Context, apart: string): Promise<{ children: string[] }> {
  const row = await context.db
    .selectFrom('must_not_meet')
    .select(['child_id', 'other_child_id'])
    .where('id', '=', apart)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { children: [row.child_id, ...(row.other_child_id ? [row.other_child_id] : [])] }
}

/** Names the children of an exemption. */
export async function nameInExemption(context: Context, exemption: string, children: readonly string[]) {
  const rows = children.map((child) => ({
    service_id: context.actor.service.id,
    exemption_id: exemption,
    child_id: child,
  }))
  await context.db.insertInto('exemption_child').values(rows).execute()
}

/** The exemptions a home has under this authority's reference, as believed now. */
export async function exemptionsLike(
  context: Context,
  exemption: { household: string; authority: string; reference: string },
): Promise<string[]> {
  const rows = await context.db
    .selectFrom('exemption')
    .select('id')
    .where('household_id', '=', exemption.household)
    .where('authority', '=', exemption.authority)
    .where('reference', '=', exemption.reference)
    .where('superseded_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Withdraws consent for an item from a day on: every yes (`agreed`, `ask_each_time`) that would hold on or after
 * `from` ends there, marked with when and why, and stays in the history. A refusal is left. Gives how many it ended.
 */
export async function withdrawConsent(
  context: Context,
  withdrawal: { child: string; item: string; from: Day; reason: string },
): Promise<number> {
  const { child, item, from, reason } = withdrawal
  const { rows: yes } = await sql<{ id: string; started: boolean }>`
    select id, lower(during) < ${from}::date as started from consent
    where child_id = ${child} and item = ${item} and decision <> 'refused'
      and superseded_at is null and during && ${range(from, null)}`.execute(context.db)
  if (yes.length === 0) return 0
  for (const decision of ['agreed', 'ask_each_time']) {
    await end(context, 'consent', { child_id: child, item, decision }, from)
  }
  // What had begun is marked where it was cut short; what never came to count is marked where it was superseded.
  const ids = yes.filter((one) => !one.started).map((one) => one.id)
  await sql`update consent set withdrawn_at = ${context.now}, withdrawn_reason = ${reason}
    where id = any (${ids}::uuid[]) or (${ids.length < yes.length} and child_id = ${child} and item = ${item}
      and decision <> 'refused' and superseded_at is null and upper(during) = ${from}::date)`.execute(
    context.db,
  )
  return yes.length
}
