import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import type { Kind, Status } from './words.ts'

/** One of the stays that go on from each other without a return between. */
export type Leg = {
  id: string
  kind: Kind
  home: string
  host: string
  from: Date
  to: Date
  status: Status
  arrivedAt: Date | null
  requestedBy: string | null
  follows: string | null
  /** Why an agreed stay waits again. */
  heldReason: string | null
}

/**
 * The stay with all it goes on from and all that goes on from it, the first of them first; with `lock` kept
 * from changing meanwhile. Those that came to nothing are left out, unless it is the stay itself. Widened: one chain may lead through
 * homes that do not know each other.
 */
export async function legsOf(context: Context, stay: string, lock: 'lock' | 'look' = 'lock'): Promise<Leg[]> {
  const { rows } = await widened(context, () =>
    sql<Leg>`
      with recursive up as (
        select id, follows_id from stay where id = ${stay}
        union all select y.id, y.follows_id from stay y join up on y.id = up.follows_id
      ), chain as (
        select id from up union select y.id from stay y join chain on y.follows_id = chain.id
      )
      select y.id, y.kind, y.home_household_id as home, y.host_household_id as host, lower(y.during) as from, upper(y.during) as to,
        y.status, y.arrived_at as "arrivedAt", y.requested_by as "requestedBy", y.follows_id as follows, y.held_reason as "heldReason"
      from stay y where y.id in (select id from chain)
        and (y.id = ${stay} or y.status not in ('declined', 'cancelled', 'no_show'))
      order by lower(y.during), upper(y.during) ${lock === 'lock' ? sql`for update` : sql``}`.execute(
      context.db,
    ),
  )
  return rows
}

/** Cancels what was to go on from a stay and has not begun, its beds are free. Gives the stays it cancelled. */
export async function cancelFollowing(context: Context, stay: string, reason: string): Promise<string[]> {
  const { rows } = await widened(context, () =>
    sql<{ id: string }>`
      with recursive after as (
        select id from stay where follows_id = ${stay} and status in ('requested', 'accepted')
        union all select y.id from stay y join after on y.follows_id = after.id and y.status in ('requested', 'accepted')
      ), gone as (
        update stay set status = 'cancelled', cancel_reason = ${reason}, cancelled_by = ${context.actor.person}, cancelled_at = ${context.now}
        where id in (select id from after) returning id
      ), freed as (update stay_child set holds = false where stay_id in (select id from after) returning stay_id)
      select id from gone`.execute(context.db),
  )
  return rows.map(({ id }) => id)
}

/** What a stay hands on to the one that follows it: the words for the host, and the bed of each child. */
export async function handedOn(
  context: Context,
  stay: string,
): Promise<{ note: string | null; beds: Record<string, string> }> {
  const { rows } = await widened(context, () =>
    sql<{ note: string | null; beds: Record<string, string> }>`
      select y.note, (select coalesce(json_object_agg(child_id, bed_id) filter (where bed_id is not null), '{}')
        from stay_child where stay_id = y.id) as beds
      from stay y where y.id = ${stay}`.execute(context.db),
  )
  return rows[0] ?? { note: null, beds: {} }
}

/** Stays to come that this home asked for and that one of these children is to go to. */
export async function comingFrom(
  context: Context,
  home: string,
  children: readonly string[],
): Promise<{ id: string; host: string }[]> {
  const { rows } = await widened(context, () =>
    sql<{ id: string; host: string }>`
      select y.id, y.host_household_id as host from stay y
      where y.home_household_id = ${home} and y.status in ('requested', 'accepted')
        and exists (select from stay_child c where c.stay_id = y.id and c.child_id = any (${children}::uuid[]))
      order by y.id for update`.execute(context.db),
  )
  return rows
}
