import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day, Span } from '../values/london.ts'

export type Series = {
  id: string
  home: string
  host: string
  everyWeeks: number
  first: Day
  last: Day
}

type NewSeries = Omit<Series, 'id'>

/** Saves a series; its stays are saved one by one. Gives its id. */
export async function saveSeries(context: Context, series: NewSeries): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('stay_series')
    .values({
      id,
      service_id: context.actor.service.id,
      home_household_id: series.home,
      host_household_id: series.host,
      every_weeks: series.everyWeeks,
      first_day: series.first,
      last_day: series.last,
      asked_by: context.actor.person,
      asked_at: context.now,
    })
    .execute()
  return id
}

/**
 * The same series, asked for by this person for just these children, with just these stays (at which home, from when to
 * when), and not yet called off; null for none.
 */
export async function sameSeries(
  context: Context,
  { home, host, everyWeeks, first, last }: NewSeries,
  children: readonly string[],
  stays: readonly { host: string; span: Span }[],
): Promise<string | null> {
  const asked = JSON.stringify(stays.map(({ host, span }) => ({ host, begins: span.from, ends: span.to })))
  const { rows } = await sql<{ id: string }>`
    select s.id from stay_series s
    where s.home_household_id = ${home} and s.host_household_id = ${host} and s.every_weeks = ${everyWeeks}
      and s.first_day = ${first} and s.last_day = ${last} and s.asked_by = ${context.actor.person}
      and exists (select from stay y where y.series_id = s.id and y.status = 'requested'
        and array(select child_id from stay_child where stay_id = y.id order by 1)
          = array(select distinct asked.id from unnest(${children}::uuid[]) asked (id) order by 1))
      and array(select (y.host_household_id, y.during)::text from stay y where y.series_id = s.id and y.requested_at = s.asked_at order by 1)
        = array(select (x.host, tstzrange(x.begins, x.ends))::text
          from json_to_recordset(${asked}::json) x (host uuid, begins timestamptz, ends timestamptz) order by 1)`.execute(
    context.db,
  )
  return rows[0]?.id ?? null
}

/** The series, with the actor's own eyes. Throws `NotFound`. */
export async function findSeries(context: Context, id: string): Promise<Series> {
  const { rows } = await sql<Series>`
    select id, home_household_id as home, host_household_id as host, every_weeks as "everyWeeks", first_day as first, last_day as last
    from stay_series where id = ${id}`.execute(context.db)
  const [found] = rows
  if (!found) throw new NotFound()
  return found
}

/** The ids of its stays that the actor may see, in these states, the earliest first. */
export async function staysOf(
  context: Context,
  series: string,
  statuses: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from stay where series_id = ${series} and status = any (${statuses}::text[]) order by lower(during), id`.execute(
    context.db,
  )
  return rows.map(({ id }) => id)
}

/** All the children of its stays, also those the actor may not see: permission is asked about them. */
export async function childrenOf(context: Context, series: string): Promise<string[]> {
  const { rows } = await widened(context, () =>
    sql<{ id: string }>`
      select distinct c.child_id as id from stay y join stay_child c on c.stay_id = y.id where y.series_id = ${series} order by 1`.execute(
      context.db,
    ),
  )
  return rows.map(({ id }) => id)
}
