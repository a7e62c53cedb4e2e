import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { end, state } from '../platform/history.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { About, RetentionClass } from './words.ts'

/** A record that a hold may be about, by the name people know it by. */
export type Held = { about: About; record: string; name: string }

const records = (context: Context, about: About) => {
  const detail = sql`d.superseded_at is null and d.during @> ${context.today}::date`
  return {
    child: sql`select c.id as record, coalesce(nullif(trim(concat(d.first_name, ' ', d.last_name)), ''), c.reference) as name
      from child c left join child_detail d on d.child_id = c.id and ${detail}`,
    household: sql`select h.id as record, coalesce(d.name, h.reference) as name
      from household h left join household_detail d on d.household_id = h.id and ${detail}`,
    person: sql`select id as record, name from person`,
  }[about]
}

/** Every record of a kind that the actor sees, by name. */
export async function recordsOf(context: Context, about: About): Promise<Held[]> {
  const { rows } = await sql<Omit<Held, 'about'>>`
    select record, name from (${records(context, about)}) known order by name, record`.execute(context.db)
  return rows.map((row) => ({ about, ...row }))
}

/** One record. Throws `NotFound`. */
export async function findRecord(context: Context, about: About, record: string): Promise<Held> {
  const { rows } = await sql<Omit<Held, 'about'>>`
    select record, name from (${records(context, about)}) known where record = ${record}`.execute(context.db)
  if (!rows[0]) throw new NotFound()
  return { about, ...rows[0] }
}

export type Hold = {
  hold: string
  about: About
  record: string
  reason: string
  orderedBy: string
  from: Day
  /** The day it was lifted on; null while it holds. */
  until: Day | null
  liftReason: string | null
  placedBy: string | null
}

/** The holds, those that hold first, then the latest; each as it is known now. */
export async function allHolds(context: Context): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select h.id as hold, h.about_kind as about, h.about_id as record, h.reason, h.ordered_by as "orderedBy",
      lower(h.during) as "from", upper(h.during) as until, h.lift_reason as "liftReason", p.name as "placedBy"
    from legal_hold h left join person p on p.id = h.recorded_by
    where h.superseded_at is null order by upper(h.during) desc nulls first, lower(h.during) desc, h.id`.execute(
    context.db,
  )
  return rows
}

/** A hold that holds still. Throws `NotFound`. */
export async function findHold(context: Context, hold: string): Promise<Hold> {
  const found = (await allHolds(context)).find((one) => one.hold === hold && one.until === null)
  if (!found) throw new NotFound()
  return found
}

/** The hold on a record from a day on, or any later one; null for none. */
export const holdOn = async (context: Context, record: string, from: Day): Promise<Hold | null> =>
  (await allHolds(context)).find(
    (one) => one.record === record && (one.until === null || one.until > from),
  ) ?? null

type NewHold = Pick<Hold, 'about' | 'record' | 'reason' | 'orderedBy' | 'from'>

export const saveHold = (context: Context, { about, record, reason, orderedBy, from }: NewHold) =>
  state(
    context,
    'legal_hold',
    { about_id: record },
    { about_kind: about, reason, ordered_by: orderedBy },
    from,
  )

/** Ends a hold, and keeps why with the days it held. */
export async function endHold(context: Context, hold: Hold, from: Day, liftReason: string): Promise<string> {
  const key = { about_id: hold.record }
  await end(context, 'legal_hold', key, from)
  const held = {
    about_kind: hold.about,
    reason: hold.reason,
    ordered_by: hold.orderedBy,
    lift_reason: liftReason,
  }
  return state(context, 'legal_hold', key, held, hold.from, from)
}

/** Every table that holds records, with its class. */
export async function classesOfTables(context: Context): Promise<{ table: string; class: RetentionClass }[]> {
  const { rows } = await sql<{ table: string; class: RetentionClass }>`
    select table_name as "table", class from retention_class order by class, table_name`.execute(context.db)
  return rows
}
