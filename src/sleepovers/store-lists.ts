import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { NotFound } from '../platform/refusals.ts'
import { type Finding, forEyes } from './facts.ts'
import { known, late } from './store-read.ts'
import type { Happened, Kind, Reason, Status } from './words.ts'

export type StayListed = {
  id: string
  kind: Kind
  from: Date
  to: Date
  status: Status
  /** Why an agreed stay waits again. */
  heldReason: string | null
  /** The stay it goes on from, and the series it is one of. */
  follows: string | null
  series: string | null
  home: string
  homeName: string | null
  host: string
  hostName: string | null
  /** First names of the children the actor may see; others are only counted. */
  names: string[]
  number: number
  /** The end, where it is half an hour ago, the children are there still and no more was agreed. */
  lateSince: Date | null
  /** Yeses still asked for: of somebody, whoever looks. */
  waiting: number
}

const listed = (context: Context) => sql`
  select y.id, y.kind, lower(y.during) as from, upper(y.during) as to, y.status, y.held_reason as "heldReason",
    y.follows_id as follows, y.series_id as series,
    y.home_household_id as home, home.name as "homeName", y.host_household_id as host, host.name as "hostName",
    array(select d.first_name from stay_child c join child_detail d on d.child_id = c.child_id and ${known('d')}
      and d.during @> ${context.today}::date where c.stay_id = y.id order by d.dob, d.first_name) as names,
    (select count(*)::int from stay_child c where c.stay_id = y.id) as number,
    case when ${late(context)} then upper(y.during) end as "lateSince"
  from stay y
  left join household_detail home on home.household_id = y.home_household_id and ${known('home')} and home.during @> ${context.today}::date
  left join household_detail host on host.household_id = y.host_household_id and ${known('host')} and host.during @> ${context.today}::date`

const PAGE = 50

/** The sleepovers the actor may see: those to come or going on, the latest back first and then the soonest; or those that are over, latest first. */
export async function listStays(
  context: Context,
  which: 'coming' | 'past',
  page: number,
): Promise<StayListed[]> {
  const where =
    which === 'coming'
      ? sql`y.status in ('requested', 'accepted', 'arrived')
          order by case when ${late(context)} then upper(y.during) end, lower(y.during), y.id`
      : sql`y.status not in ('requested', 'accepted', 'arrived') order by lower(y.during) desc, y.id`
  const { rows } = await sql<
    Omit<StayListed, 'waiting'>
  >`${listed(context)} where ${where} limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(context.db)
  return withWaiting(context, rows)
}

/** The stays of a series that the actor may see, the earliest first. */
export async function listSeries(context: Context, series: string): Promise<StayListed[]> {
  const { rows } = await sql<
    Omit<StayListed, 'waiting'>
  >`${listed(context)} where y.series_id = ${series} order by lower(y.during), y.id`.execute(context.db)
  return withWaiting(context, rows)
}

/**
 * How many yeses each stay waits for, and why it is on hold as far as the actor may know. Widened: the task to give a
 * yes is its own person's to see, that one is waited for is everybody's who sees the stay.
 */
async function withWaiting<S extends { id: string; names: string[]; heldReason: string | null }>(
  context: Context,
  stays: readonly S[],
): Promise<(S & { waiting: number })[]> {
  const ids = stays.map(({ id }) => id)
  const { rows } = await widened(context, () =>
    sql<{ stay: string; waiting: number; children: number }>`
      select s.id as stay, (select count(distinct t.kind)::int from task t
          where t.about_id = s.id and t.kind like 'yes %' and t.done_at is null) as waiting,
        (select count(*)::int from stay_child c where c.stay_id = s.id) as children
      from unnest(${ids}::uuid[]) s (id)`.execute(context.db),
  )
  const found = new Map(rows.map((row) => [row.stay, row]))
  return stays.map((stay) => {
    const { waiting = 0, children = 0 } = found.get(stay.id) ?? {}
    // What the rules said names the children: it is for those who may see each of them still.
    const told = context.actor.seesAll || stay.names.length === children
    return { ...stay, waiting, heldReason: stay.heldReason && (told ? stay.heldReason : SOMETHING_CHANGED) }
  })
}

/** Why a stay was put on hold or cancelled, for those who may not see all of its children. */
const SOMETHING_CHANGED = 'Something it relied on has changed'

export type LegShown = {
  id: string
  host: string
  hostName: string | null
  from: Date
  to: Date
  status: Status
}

export type StayShown = StayListed & {
  why: Reason | Happened
  note: string | null
  splitReason: string | null
  requestedBy: string | null
  requestedByPerson: string | null
  requestedAt: Date
  answeredBy: string | null
  answeredAt: Date | null
  answerReason: string | null
  cancelReason: string | null
  agreedBy: string | null
  arrivedAt: Date | null
  returnedAt: Date | null
  endedAt: Date | null
  endReason: string | null
  confirmedAt: Date | null
  confirmNote: string | null
  /** The stays that go on from each other, this one among them, as far as the actor may see them; the first one first. */
  legs: LegShown[]
  children: {
    child: string
    name: string
    /** Null for a child who is there by day. */
    bed: string | null
    room: string | null
    view: string | null
    cardRead: boolean
    hasCard: boolean
  }[]
  items: { id: string; child: string; says: string; packedAt: string | null; receivedAt: string | null }[]
  yeses: {
    finding: string
    rule: string
    reason: string
    role: string
    by: string
    at: string
    until: string
  }[]
  /** What was allowed by voice in an emergency. */
  acceptances: {
    finding: string
    reason: string
    by: string
    role: string
    at: string
    plan: string
    until: string
  }[]
  weighed: { occasion: string; packVersion: string; at: string; findings: Finding[] }[]
}

/** One sleepover with everything about it the actor may see. Throws `NotFound`. */
export async function showStay(context: Context, stay: string): Promise<StayShown> {
  const { rows } = await sql<Omit<StayShown, 'waiting' | 'legs'>>`
    select base.*, y.why, y.note, y.split_reason as "splitReason", asker.name as "requestedBy", y.requested_by as "requestedByPerson",
      y.requested_at as "requestedAt", answerer.name as "answeredBy", y.answered_at as "answeredAt", y.answer_reason as "answerReason",
      y.cancel_reason as "cancelReason", y.arrived_at as "arrivedAt", y.returned_at as "returnedAt", y.ended_at as "endedAt", y.end_reason as "endReason",
      y.agreed_by as "agreedBy", y.confirmed_at as "confirmedAt", y.confirm_note as "confirmNote",
      (select coalesce(json_agg(json_build_object('child', c.child_id, 'name', d.first_name, 'bed', b.name, 'room', b.room, 'view', c.view,
          'hasCard', card.id is not null,
          'cardRead', exists (select from card_read r where r.stay_id = c.stay_id and r.child_id = c.child_id and r.care_card_id = card.id))
          order by d.dob, d.first_name), '[]')
        from stay_child c left join bed b on b.id = c.bed_id
        join child_detail d on d.child_id = c.child_id and ${known('d')} and d.during @> ${context.today}::date
        left join care_card card on card.child_id = c.child_id and ${known('card')} and card.during @> ${context.today}::date
        where c.stay_id = y.id) as children,
      (select coalesce(json_agg(json_build_object('id', i.id, 'child', i.child_id, 'says', i.says, 'packedAt', i.packed_at, 'receivedAt', i.received_at)
          order by i.child_id, i.says), '[]') from handover_item i where i.stay_id = y.id) as items,
      (select coalesce(json_agg(json_build_object('finding', o.finding, 'rule', o.rule, 'reason', o.reason, 'role', o.role, 'by', p.name,
          'at', o.given_at, 'until', o.expires_on) order by o.given_at), '[]')
        from override o join person p on p.id = o.given_by where o.stay_id = y.id) as yeses,
      (select coalesce(json_agg(json_build_object('finding', a.finding, 'reason', a.reason, 'by', a.authorised_by, 'role', a.authorised_role,
          'at', a.authorised_at, 'plan', a.supervision_plan, 'until', a.expires_on) order by a.finding), '[]')
        from acceptance a where a.stay_id = y.id) as acceptances,
      (select coalesce(json_agg(json_build_object('occasion', w.occasion, 'packVersion', w.pack_version, 'at', w.weighed_at,
          'findings', w.findings) order by w.weighed_at), '[]') from weighing w where w.stay_id = y.id) as weighed
    from (${listed(context)} where y.id = ${stay}) base
    join stay y on y.id = base.id
    left join person asker on asker.id = y.requested_by
    left join person answerer on answerer.id = y.answered_by`.execute(context.db)
  const [found] = await withWaiting(context, rows)
  if (!found) throw new NotFound()
  return asFarAsKnown({ ...found, legs: await showLegs(context, stay) })
}

/** The legs of a stay with the actor's own eyes, but for those that came to nothing. */
async function showLegs(context: Context, stay: string): Promise<LegShown[]> {
  const { rows } = await sql<LegShown>`
    with recursive up as (
      select id, follows_id from stay where id = ${stay}
      union all select y.id, y.follows_id from stay y join up on y.id = up.follows_id
    ), chain as (
      select id from up union select y.id from stay y join chain on y.follows_id = chain.id
    )
    select y.id, y.host_household_id as host, d.name as "hostName", lower(y.during) as from, upper(y.during) as to, y.status
    from stay y left join household_detail d on d.household_id = y.host_household_id and ${known('d')} and d.during @> ${context.today}::date
    where y.id in (select id from chain) and (y.id = ${stay} or y.status not in ('declined', 'cancelled', 'no_show'))
    order by lower(y.during), upper(y.during)`.execute(context.db)
  return rows
}

/**
 * What the rules said names the children asked for and what ails them: it is for those who may see these children
 * still. A host whose stay is over knows that it was, and no more.
 */
function asFarAsKnown(stay: StayShown): StayShown {
  const seen = stay.children.map(({ child }) => child)
  const known = (finding: Finding) =>
    seen.length > 0 && finding.children.every((child) => seen.includes(child))
  const weighed = stay.weighed.map((one) => ({ ...one, findings: one.findings.filter(known).map(forEyes) }))
  const keys = new Set(stay.weighed.flatMap(({ findings }) => findings.filter(known)).map(({ key }) => key))
  const kept = <Given extends { finding: string }>(given: Given[]) =>
    given.filter(({ finding }) => keys.has(finding))
  // A reason in people's own words stays as it is; one in the rules' words goes with what they said.
  const hidden = stay.weighed.flatMap(({ findings }) => findings.filter((finding) => !known(finding)))
  const reason = (words: string | null) =>
    words !== null && hidden.some(({ says }) => words.includes(says)) ? SOMETHING_CHANGED : words
  return {
    ...stay,
    heldReason: reason(stay.heldReason),
    cancelReason: reason(stay.cancelReason),
    endReason: reason(stay.endReason),
    weighed,
    yeses: kept(stay.yeses),
    acceptances: kept(stay.acceptances),
  }
}

export type UnmetListed = {
  id: string
  from: Date
  to: Date
  home: string
  homeName: string | null
  number: number
  why: Reason | Happened
  outcome: 'stopped' | 'declined' | 'taken' | 'no_answer' | 'nobody'
  reason: string
  recordedAt: Date
}

/** Requests that could not be met, the newest first. */
export async function listUnmet(context: Context, page: number): Promise<UnmetListed[]> {
  const { rows } = await sql<UnmetListed>`
    select u.id, lower(u.during) as from, upper(u.during) as to, u.home_household_id as home, d.name as "homeName",
      cardinality(u.children) as number, u.why, u.outcome, u.reason, u.recorded_at as "recordedAt"
    from unmet_need u
    left join household_detail d on d.household_id = u.home_household_id and ${known('d')} and d.during @> ${context.today}::date
    order by u.recorded_at desc, u.id limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(context.db)
  return rows
}

/** These children by first name, oldest first, as far as the actor may see them. */
export async function namesOf(
  context: Context,
  children: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select d.child_id as id, d.first_name as name from child_detail d
    where d.child_id = any (${children}::uuid[]) and ${known('d')} and d.during @> ${context.today}::date
    order by d.dob, d.first_name, d.child_id`.execute(context.db)
  return rows
}
