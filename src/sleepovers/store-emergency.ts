import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { rowsOf } from '../platform/database-statements.ts'
import { newId } from '../platform/ids.ts'
import type { Day, Span } from '../values/london.ts'
import type { Finding } from './facts.ts'
import { known } from './store-read.ts'
import type { Kind } from './words.ts'

type OwnEmergency = {
  stay: string
  host: string
  /** Nobody has said yet what the host answered. */
  waits: boolean
}

/** The emergency stay of just these children that this person asked for and that is not over; null for none. */
export async function ownEmergency(
  context: Context,
  children: readonly string[],
): Promise<OwnEmergency | null> {
  const { rows } = await sql<OwnEmergency>`
    select y.id as stay, y.host_household_id as host, y.status = 'requested' and y.held_reason is null as waits
    from stay y where y.kind = 'emergency' and y.status in ('requested', 'accepted') and upper(y.during) > ${context.now}
      and y.requested_by is not distinct from ${context.actor.person}
      and array(select child_id from stay_child where stay_id = y.id order by 1)
        = array(select distinct asked.id from unnest(${children}::uuid[]) asked (id) order by 1)
    limit 1`.execute(context.db)
  return rows[0] ?? null
}

/** A stay that holds a child already. */
export type Holding = {
  stay: string
  kind: Kind
  home: string
  host: string
  /** An emergency of which nobody has said yet what the host answered. */
  waits: boolean
  /** The child is there now. */
  there: boolean
}

/** The stays that hold one of these children in that time, with the actor's own eyes; where a child is now comes first. */
export async function staysHolding(
  context: Context,
  children: readonly string[],
  span: Span,
): Promise<Holding[]> {
  return rowsOf(
    context.db,
    sql<Holding>`
    select distinct y.id as stay, y.kind, y.home_household_id as home, y.host_household_id as host,
      y.kind = 'emergency' and y.status = 'requested' and y.held_reason is null as waits, y.status = 'arrived' as there
    from stay_child o join stay y on y.id = o.stay_id
    where o.child_id = any (${children}::uuid[]) and o.holds and o.ends > ${span.from} and o.during && tstzrange(${span.from}, ${span.to})
    order by there desc, y.id`,
  )
}

/** Whether the actor may see each of these children at all. */
export async function seesChildren(context: Context, children: readonly string[]): Promise<boolean> {
  const seen = await context.db.selectFrom('child').select('id').where('id', 'in', children).execute()
  return seen.length === children.length
}

/** Homes that said no, or did not answer, to an emergency of these children in the last twelve hours, the latest first. */
export async function saidNo(
  context: Context,
  home: string,
  children: readonly string[],
): Promise<{ host: string; outcome: 'declined' | 'no_answer'; at: Date }[]> {
  return rowsOf(
    context.db,
    sql<{ host: string; outcome: 'declined' | 'no_answer'; at: Date }>`
    select u.host_household_id as host, u.outcome, u.recorded_at as at from unmet_need u join stay y on y.id = u.stay_id
    where u.home_household_id = ${home} and u.recorded_at > ${context.now}::timestamptz - interval '12 hours'
      and u.outcome in ('declined', 'no_answer') and y.kind = 'emergency' and u.children && ${children}::uuid[]
    order by u.recorded_at desc`,
  )
}

/** A person's name. Read beyond the actor's eyes: only for somebody they were shown. */
export async function nameOfPerson(context: Context, person: string): Promise<string | null> {
  const { rows } = await widened(context, () =>
    sql<{ name: string }>`select name from person where id = ${person}`.execute(context.db),
  )
  return rows[0]?.name ?? null
}

export type HostToRing = {
  name: string
  phone: string | null
  carers: { person: string; name: string; phone: string | null }[]
}

/** Whom to ring at a home: its number, else the first of its carers who has one; and its carers. */
export async function hostToRing(context: Context, host: string): Promise<HostToRing> {
  const { rows } = await widened(context, () =>
    sql<HostToRing>`
      select d.name, coalesce(d.phone, carers.first) as phone, carers.listed as carers
      from household_detail d cross join lateral (
        select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name, 'phone', p.phone) order by p.name, p.id), '[]') as listed,
          (array_agg(p.phone order by p.name, p.id) filter (where p.phone is not null))[1] as first
        from household_carer c join person p on p.id = c.person_id
        where c.household_id = d.household_id and ${known('c')} and c.during @> ${context.today}::date) carers
      where d.household_id = ${host} and ${known('d')} and d.during @> ${context.today}::date`.execute(
      context.db,
    ),
  )
  return rows[0] ?? { name: 'the home', phone: null, carers: [] }
}

export type Spoken = {
  reason: string
  authorisedBy: string
  authorisedRole: 'child_social_worker' | 'duty_worker' | 'duty_manager'
  authorisedAt: Date
  supervisionPlan: string
}

/** Keeps what somebody with authority allowed by voice, through the day it is confirmed or ended by. */
export async function saveAcceptances(
  context: Context,
  stay: string,
  findings: readonly Finding[],
  spoken: Spoken & { expiresOn: Day; packVersion: string },
): Promise<void> {
  if (findings.length === 0) return
  await context.db
    .insertInto('acceptance')
    .values(
      findings.map(({ key, rule }) => ({
        id: newId(),
        service_id: context.actor.service.id,
        stay_id: stay,
        finding: key,
        rule,
        reason: spoken.reason,
        authorised_by: spoken.authorisedBy,
        authorised_role: spoken.authorisedRole,
        authorised_at: spoken.authorisedAt,
        supervision_plan: spoken.supervisionPlan,
        recorded_by: context.actor.person,
        recorded_at: context.now,
        expires_on: spoken.expiresOn,
        pack_version: spoken.packVersion,
      })),
    )
    .execute()
}

/** An emergency is confirmed by a named person. Gives whether it was not before. */
export async function confirmStay(context: Context, stay: string, note: string): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('stay')
    .set({ confirmed_at: context.now, confirmed_by: context.actor.person, confirm_note: note })
    .where('id', '=', stay)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether the duty team was called for one of these children within the last ten minutes. */
export async function dutyCalled(
  context: Context,
  kind: string,
  children: readonly string[],
): Promise<boolean> {
  const { rows } = await widened(context, () =>
    sql`select from task where kind = ${kind} and about_id = any (${children}::uuid[]) and done_at is null
      and created_at > ${context.now}::timestamptz - interval '10 minutes'`.execute(context.db),
  )
  return rows.length > 0
}
