import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { addDays, type Day, momentAt, type Span } from '../values/london.ts'
import type { Period, Used } from './rules/fair-use.ts'

export type Asks = {
  household: string
  /** Children who live there today. */
  children: number
  stated: number | null
  statedWhy: string | null
  /** Requests that wait for an answer now. */
  waiting: number
  /** Requests made in the period, whatever became of them; and the last day one was ever made. */
  asked: number
  lastAsked: Day | null
  /** Requests of the period that could not be met, by what stood in the way. */
  unmet: Record<string, number>
}

const within = ({ from, until }: Period) =>
  sql`tstzrange(${momentAt(from, '00:00')}::timestamptz, ${momentAt(addDays(until, 1), '00:00')}::timestamptz)`

/**
 * What homes asked for. Widened: these are numbers about the home itself, over children who have left it too. The
 * caller names homes alone whose record the actor sees whole.
 */
export async function asksOf(context: Context, homes: readonly string[], period: Period): Promise<Asks[]> {
  const { rows } = await widened(context, () =>
    sql<Asks>`
      select h.id as household, n.nights_a_month as stated, n.reason as "statedWhy",
        (select count(*)::int from placement p where p.household_id = h.id and p.superseded_at is null
          and p.during @> ${context.today}::date) as children,
        (select count(*)::int from stay y where y.home_household_id = h.id and y.status = 'requested' and upper(y.during) > ${context.now}) as waiting,
        (select count(*)::int from stay y where y.home_household_id = h.id and y.follows_id is null and y.requested_at <@ ${within(period)}) as asked,
        (select (max(y.requested_at) at time zone 'Europe/London')::date from stay y where y.home_household_id = h.id) as "lastAsked",
        (select coalesce(json_object_agg(outcome, number), '{}') from (select u.outcome, count(*)::int as number from unmet_need u
          where u.home_household_id = h.id and u.recorded_at <@ ${within(period)} group by 1) u) as unmet
      from household h
      left join stay_need n on n.household_id = h.id and n.superseded_at is null and n.during @> ${context.today}::date
      where h.id = any (${[...homes]}::uuid[])`.execute(context.db),
  )
  return rows
}

export type StayUsed = Used & { home: string; host: string }

/** The stays of these homes, as guests or as hosts, that went ahead within the period, for as long as they went. */
export async function staysUsed(
  context: Context,
  homes: readonly string[],
  period: Period,
): Promise<StayUsed[]> {
  const list = sql`${[...homes]}::uuid[]`
  const { rows } = await widened(context, () =>
    sql<Omit<StayUsed, 'span'> & Span>`
      select y.home_household_id as home, y.host_household_id as host, y.kind,
        (select count(*)::int from stay_child c where c.stay_id = y.id) as children,
        y.arrived_at as from, coalesce(y.returned_at, y.ended_at, greatest(${context.now}::timestamptz, y.arrived_at)) as to
      from stay y
      where (y.home_household_id = any (${list}) or y.host_household_id = any (${list})) and y.arrived_at is not null
        and y.status in ('arrived', 'returned', 'continued', 'converted')
        and y.service_id = ${context.actor.service.id}
        and tstzrange(y.arrived_at, coalesce(y.returned_at, y.ended_at, greatest(${context.now}::timestamptz, y.arrived_at)), '[]') && ${within(period)}`.execute(
      context.db,
    ),
  )
  return rows.map(({ from, to, ...stay }) => ({ ...stay, span: { from, to } }))
}
