import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Span } from '../values/london.ts'
import type { Finding } from './facts.ts'
import type { Status } from './words.ts'

/** A stay as an action works with it. */
export type Stay = {
  id: string
  home: string
  host: string
  span: Span
  why: string
  status: Status
  splitReason: string | null
  requestedBy: string | null
  children: string[]
  views: Record<string, string>
}

type StayRow = Omit<Stay, 'span' | 'children' | 'views'> & { from: Date; to: Date }

/**
 * The stay, with the actor's own eyes. Throws `NotFound`. With `lock` nobody else changes it meanwhile. All of its
 * children are told, also those the actor may not see: a rule that is held against half of them says nothing.
 */
export async function findStay(context: Context, id: string, lock: 'lock' | 'look' = 'look'): Promise<Stay> {
  const { rows } = await sql<StayRow>`
    select y.id, y.home_household_id as home, y.host_household_id as host, lower(y.during) as from, upper(y.during) as to,
      y.why, y.status, y.split_reason as "splitReason", y.requested_by as "requestedBy"
    from stay y where y.id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`.execute(context.db)
  const row = rows[0]
  if (!row) throw new NotFound()
  const { from, to, ...stay } = row
  const asked = await widened(context, () =>
    context.db
      .selectFrom('stay_child')
      .select(['child_id', 'view'])
      .where('stay_id', '=', id)
      .orderBy('child_id')
      .execute(),
  )
  const views = asked.flatMap(({ child_id, view }) => (view === null ? [] : [[child_id, view]]))
  return {
    ...stay,
    span: { from, to },
    children: asked.map(({ child_id }) => child_id),
    views: Object.fromEntries(views),
  }
}

/** The request this person has made already, for just these children, there and then; null for none. */
export async function sameRequest(
  context: Context,
  { children, host, span }: { children: readonly string[]; host: string; span: Span },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select y.id from stay y where y.status = 'requested' and y.host_household_id = ${host}
      and y.during = tstzrange(${span.from}, ${span.to}) and y.requested_by = ${context.actor.person}
      and array(select child_id from stay_child where stay_id = y.id order by 1)
        = array(select distinct asked.id from unnest(${children}::uuid[]) asked (id) order by 1)`.execute(
    context.db,
  )
  return rows[0]?.id ?? null
}

export type NewStay = {
  home: string
  host: string
  constellation: string | null
  span: Span
  why: string
  note: string | null
  splitReason: string | null
  children: { child: string; bed: string; view: string | null }[]
}

/** Saves a request that holds its beds. The database refuses a bed or a child that is already held. */
export async function saveStay(context: Context, stay: NewStay): Promise<string> {
  const id = newId()
  const service_id = context.actor.service.id
  const during = sql<string>`tstzrange(${stay.span.from}, ${stay.span.to})`
  await context.db
    .insertInto('stay')
    .values({
      id,
      service_id,
      kind: 'planned',
      constellation_id: stay.constellation,
      home_household_id: stay.home,
      host_household_id: stay.host,
      during,
      why: stay.why,
      note: stay.note,
      split_reason: stay.splitReason,
      status: 'requested',
      requested_by: context.actor.person,
      requested_at: context.now,
    })
    .execute()
  await context.db
    .insertInto('stay_child')
    .values(
      stay.children.map(({ child, bed, view }) => ({
        stay_id: id,
        service_id,
        child_id: child,
        bed_id: bed,
        during,
        view,
      })),
    )
    .execute()
  return id
}

/** Keeps what the rules said when a decision was taken, and the pack they were read from (invariant 28). */
export async function saveWeighing(
  context: Context,
  stay: string,
  occasion: 'asked' | 'accepted' | 'arrived',
  weighing: { packVersion: string; findings: readonly Finding[] },
): Promise<void> {
  await context.db
    .insertInto('weighing')
    .values({
      id: newId(),
      service_id: context.actor.service.id,
      stay_id: stay,
      occasion,
      pack_version: weighing.packVersion,
      findings: JSON.stringify(weighing.findings),
      weighed_at: context.now,
      weighed_by: context.actor.person,
    })
    .execute()
}

type Change = {
  status: Status
  answer_reason?: string | null
  cancel_reason?: string
  arrived_at?: Date
  returned_at?: Date
  length_reason?: string | null
}

/** Moves a stay on to its next state; one that is over lets go of its beds. */
export async function changeStay(context: Context, stay: string, change: Change): Promise<void> {
  const { status } = change
  const who = {
    ...(status === 'accepted' || status === 'declined'
      ? { answered_by: context.actor.person, answered_at: context.now }
      : {}),
    ...(status === 'cancelled' ? { cancelled_by: context.actor.person, cancelled_at: context.now } : {}),
  }
  await context.db
    .updateTable('stay')
    .set({ ...change, ...who })
    .where('id', '=', stay)
    .execute()
  // The bed of every child: one child's social worker may cancel for children they do not know.
  await widened(context, async () => {
    if (status === 'declined' || status === 'cancelled') {
      await context.db.updateTable('stay_child').set({ holds: false }).where('stay_id', '=', stay).execute()
    }
    if (change.returned_at) {
      await sql`update stay_child set during = tstzrange(lower(during), greatest(${change.returned_at}, lower(during) + interval '1 minute'))
        where stay_id = ${stay} and upper(during) > ${change.returned_at}`.execute(context.db)
    }
  })
}

export type NewUnmetNeed = {
  home: string
  host: string | null
  stay: string | null
  children: readonly string[]
  span: Span
  why: string
  outcome: 'stopped' | 'declined' | 'taken'
  reason: string
  findings: readonly Finding[]
  packVersion: string
}

/** Keeps a request that could not be met, and why: what the programme lacks. */
export async function saveUnmetNeed(context: Context, need: NewUnmetNeed): Promise<void> {
  await context.db
    .insertInto('unmet_need')
    .values({
      id: newId(),
      service_id: context.actor.service.id,
      home_household_id: need.home,
      host_household_id: need.host,
      stay_id: need.stay,
      children: sql<string[]>`${need.children}::uuid[]`,
      during: sql<string>`tstzrange(${need.span.from}, ${need.span.to})`,
      why: need.why,
      outcome: need.outcome,
      reason: need.reason,
      findings: JSON.stringify(need.findings),
      pack_version: need.packVersion,
      asked_by: context.actor.person,
      recorded_at: context.now,
    })
    .execute()
}
