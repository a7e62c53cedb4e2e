import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { along } from '../platform/database-statements.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import type { Span } from '../values/london.ts'
import type { Finding } from './facts.ts'
import { cancelFollowing } from './store-legs.ts'
import { type Kind, STATUS_WORDS, type Status } from './words.ts'

/** A stay as an action works with it. */
export type Stay = {
  id: string
  kind: Kind
  home: string
  host: string
  span: Span
  why: string
  status: Status
  splitReason: string | null
  requestedBy: string | null
  arrivedAt: Date | null
  /** Why an agreed stay waits again. */
  heldReason: string | null
  /** The stay this one goes on from, and the spans of all those before it, the first of them first. */
  follows: string | null
  before: Span[]
  series: string | null
  children: string[]
  views: Record<string, string>
  /** The beds they have, which they keep where they can when it is weighed again. */
  bedsNow: { wish: 'keep'; beds: Record<string, string> }
}

type StayRow = Omit<Stay, 'span' | 'before' | 'children' | 'views' | 'bedsNow'> & { from: Date; to: Date }

/**
 * The stay, with the actor's own eyes. Throws `NotFound`. With `lock` nobody else changes it meanwhile. All of its
 * children are told, also those the actor may not see: a rule that is held against half of them says nothing.
 */
export async function findStay(context: Context, id: string, lock: 'lock' | 'look' = 'look'): Promise<Stay> {
  const { rows } = await sql<StayRow>`
    select y.id, y.kind, y.home_household_id as home, y.host_household_id as host, lower(y.during) as from, upper(y.during) as to,
      y.why, y.status, y.split_reason as "splitReason", y.requested_by as "requestedBy", y.arrived_at as "arrivedAt",
      y.held_reason as "heldReason", y.follows_id as follows, y.series_id as series
    from stay y where y.id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`.execute(context.db)
  const row = rows[0]
  if (!row) throw new NotFound()
  const { from, to, ...stay } = row
  const asked = await widened(context, () =>
    context.db
      .selectFrom('stay_child')
      .select(['child_id', 'view', 'bed_id'])
      .where('stay_id', '=', id)
      .orderBy('child_id')
      .execute(),
  )
  const views = asked.flatMap(({ child_id, view }) => (view === null ? [] : [[child_id, view]]))
  return {
    ...stay,
    span: { from, to },
    before: await spansBefore(context, stay.follows),
    children: asked.map(({ child_id }) => child_id),
    views: Object.fromEntries(views),
    bedsNow: {
      wish: 'keep',
      beds: Object.fromEntries(asked.flatMap(({ child_id, bed_id }) => (bed_id ? [[child_id, bed_id]] : []))),
    },
  }
}

/** The spans of a stay and of those it goes on from, the first of them first. */
export async function spansBefore(context: Context, stay: string | null): Promise<Span[]> {
  if (!stay) return []
  const { rows } = await widened(context, () =>
    sql<Span>`
      with recursive leg as (
        select id, follows_id, during from stay where id = ${stay}
        union all select y.id, y.follows_id, y.during from stay y join leg on y.id = leg.follows_id
      ) select lower(during) as from, upper(during) as to from leg order by 1`.execute(context.db),
  )
  return rows
}

/** The request this person has made already, for just these children, there and then; null for none. */
export async function sameRequest(
  context: Context,
  { kind, children, host, span }: { kind: Kind; children: readonly string[]; host: string; span: Span },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select y.id from stay y where y.status = 'requested' and y.kind = ${kind} and y.host_household_id = ${host}
      and y.during = tstzrange(${span.from}, ${span.to}) and y.requested_by = ${context.actor.person}
      and array(select child_id from stay_child where stay_id = y.id order by 1)
        = array(select distinct asked.id from unnest(${children}::uuid[]) asked (id) order by 1)`.execute(
    context.db,
  )
  return rows[0]?.id ?? null
}

export type NewStay = {
  kind: Kind
  home: string
  host: string
  constellation: string | null
  span: Span
  why: string
  note: string | null
  splitReason: string | null
  /** The stay it goes on from. */
  follows: string | null
  series: string | null
  /** A stay by day has no beds. */
  children: { child: string; bed: string | null; view: string | null }[]
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
      kind: stay.kind,
      sleeps: stay.kind !== 'day_care',
      constellation_id: stay.constellation,
      follows_id: stay.follows,
      series_id: stay.series,
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
    .modifyEnd(along)
    .execute()
  await context.db
    .insertInto('stay_child')
    .values(
      stay.children.map(({ child, bed, view }) => ({
        stay_id: id,
        service_id,
        child_id: child,
        bed_id: bed,
        sleeps: stay.kind !== 'day_care',
        during,
        view,
      })),
    )
    .modifyEnd(along)
    .execute()
  return id
}

/** Keeps what the rules said when a decision was taken, and the pack they were read from (invariant 28). */
export async function saveWeighing(
  context: Context,
  stay: string,
  occasion: 'asked' | 'accepted' | 'arrived' | 'changed',
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
    .modifyEnd(along)
    .execute()
}

type Change = {
  status: Status
  answer_reason?: string | null
  agreed_by?: string | null
  cancel_reason?: string
  /** Null takes it back: they came home before it began. */
  arrived_at?: Date | null
  returned_at?: Date
  /** When it ended in another way than a return: the child went on, or it became more than a stay. */
  ended_at?: Date | null
  end_reason?: string | null
  length_reason?: string | null
}

/** The kind of the task to confirm an emergency the next working day, or to end it. */
export const CONFIRM_TASK = 'confirm emergency'

/** Which of a stay's states let go of its beds altogether. */
const LETS_GO: readonly Status[] = ['declined', 'cancelled', 'no_show']

/** Why a stay that was to go on from another is cancelled with it. */
const NOTHING_TO_FOLLOW: Partial<Record<Status, string>> = {
  declined: 'The stay before it was declined',
  cancelled: 'The stay before it was cancelled',
  no_show: 'They did not come to the stay before it',
  returned: 'They came home before it began',
  converted: 'The stay before it became more than a stay',
}

/**
 * Moves a stay on to its next state; one that is over lets go of its beds, from the moment it was over, and what was to
 * go on from it is cancelled.
 */
export async function changeStay(context: Context, stay: string, change: Change): Promise<void> {
  const { status } = change
  const who = {
    ...(status === 'accepted' || status === 'declined'
      ? {
          answered_by: context.actor.person,
          answered_at: context.now,
          held_reason: null,
          held_at: null,
        }
      : {}),
    ...(status === 'cancelled' ? { cancelled_by: context.actor.person, cancelled_at: context.now } : {}),
  }
  await context.db
    .updateTable('stay')
    .set({ ...change, ...who })
    .where('id', '=', stay)
    .execute()
  // One that did not come about needs nobody to confirm it; one that is over by the morning is looked at all the same.
  if (LETS_GO.includes(status)) await closeTasks(context, CONFIRM_TASK, stay, STATUS_WORDS[status])
  // The bed of every child: one child's social worker may cancel for children they do not know.
  await widened(context, async () => {
    if (LETS_GO.includes(status)) {
      await context.db.updateTable('stay_child').set({ holds: false }).where('stay_id', '=', stay).execute()
      await closeTasks(context, ['yes %', 'arrange anew', 'risk assessment'], stay, 'The stay is over')
    }
    const over = change.returned_at ?? change.ended_at
    if (over) {
      await sql`update stay_child set during = tstzrange(lower(during), greatest(${over}, lower(during) + interval '1 minute'))
        where stay_id = ${stay} and upper(during) > ${over}`.execute(context.db)
    }
  })
  const reason = NOTHING_TO_FOLLOW[status]
  if (reason) await cancelFollowing(context, stay, reason)
}

/** Ends a stay earlier than was planned: its beds are free from then. `to` lies within it. */
export async function cutStay(context: Context, stay: string, to: Date, reason: string): Promise<void> {
  await sql`update stay set during = tstzrange(lower(during), ${to}), end_reason = ${reason} where id = ${stay}`.execute(
    context.db,
  )
  await widened(context, () =>
    sql`update stay_child set during = tstzrange(lower(during), ${to}) where stay_id = ${stay}`.execute(
      context.db,
    ),
  )
}

/** Gives each child of a stay this bed (child to bed), where it has another. */
export async function placeInBeds(
  context: Context,
  stay: string,
  beds: ReadonlyMap<string, string>,
): Promise<void> {
  if (beds.size === 0) return
  const chosen = JSON.stringify([...beds].map(([child, bed]) => ({ child, bed })))
  const theirs = sql`from json_to_recordset(${chosen}::json) new (child uuid, bed uuid)
    where c.stay_id = ${stay} and c.child_id = new.child`
  // Two who change beds with each other first let go of both.
  await widened(context, async () => {
    await sql`update stay_child c set holds = false ${theirs} and c.bed_id is distinct from new.bed`.execute(
      context.db,
    )
    await sql`update stay_child c set holds = true, bed_id = new.bed ${theirs} and not c.holds`.execute(
      context.db,
    )
  })
}

/** Puts an agreed stay back to waiting, since what it relied on has changed. It keeps its beds. */
export async function holdStay(context: Context, stay: string, reason: string): Promise<void> {
  await context.db
    .updateTable('stay')
    .set({ status: 'requested', held_reason: reason, held_at: context.now })
    .where('id', '=', stay)
    .execute()
}

/** A stay on hold is agreed again, as it was answered before. */
export async function letGoOfHold(context: Context, stay: string): Promise<void> {
  await context.db
    .updateTable('stay')
    .set({ status: 'accepted', held_reason: null, held_at: null })
    .where('id', '=', stay)
    .execute()
}

export type NewUnmetNeed = {
  home: string
  host: string | null
  stay: string | null
  children: readonly string[]
  span: Span
  why: string
  outcome: 'stopped' | 'declined' | 'taken' | 'no_answer' | 'nobody'
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
