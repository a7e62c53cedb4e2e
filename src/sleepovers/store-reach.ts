import { type RawBuilder, sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { rowsOf } from '../platform/database-statements.ts'
import type { Day, Span } from '../values/london.ts'
import { dayOf } from '../values/london.ts'
import type { Tier } from './rules/rank.ts'
import { known } from './store-read.ts'

/** A product default: how far away, in miles as the crow flies, a home of the service still counts as in reach. */
export const REACH_MILES = 30

/** A home that could be asked in an emergency, with what only the records as a whole tell of it. */
export type InReach = {
  household: string
  phone: string | null
  tier: Tier
  hub: boolean
  /** Of the children asked for, those who have stayed there before. */
  knows: string[]
  languages: string[]
  cultures: string[]
  miles: number | null
  childNights: number
}

export type Asked = { home: string; children: readonly string[]; span: Span }

const MILES = sql`3958.7613 * 2 * asin(sqrt(least(1, power(sin(radians(d.lat - home.lat) / 2), 2)
  + cos(radians(home.lat)) * cos(radians(d.lat)) * power(sin(radians(d.lon - home.lon) / 2), 2))))`

/** The home that asks, and at which hosts its children have stayed before. */
const asking = ({ home, children }: Asked, today: Day) => sql`
  home as materialized (
    select d.lat, d.lon from household_detail d where d.household_id = ${home} and ${known('d')} and d.during @> ${today}::date
  ), stayed as materialized (
    select y.host_household_id as host, array_agg(distinct c.child_id) as children
    from stay_child c join stay y on y.id = c.stay_id
    where c.child_id = any (${children}::uuid[]) and y.status in ('arrived', 'continued', 'returned') group by 1
  )`

/** What is shown of a home `h` whose details are `d`: whom to ring, and the child-nights it hosted in four weeks. */
const shownOf = (now: Date): RawBuilder<unknown> => sql`
  coalesce(h.phone, (select p.phone from household_carer c join person p on p.id = c.person_id
    where c.household_id = h.household and ${known('c')} and c.during @> (${now}::timestamptz at time zone 'Europe/London')::date
      and p.phone is not null order by p.name, p.id limit 1)) as phone,
  (select coalesce(sum((least(upper(o.during), ${now}::timestamptz) at time zone 'Europe/London')::date
      - (greatest(lower(o.during), ${now}::timestamptz - interval '28 days') at time zone 'Europe/London' - interval '5 hours')::date), 0)::int
    from (select y.id, y.during, y.status, y.sleeps from stay y
      where y.host_household_id = h.household and y.ends > ${now}::timestamptz - interval '28 days' offset 0) y
    join stay_child o on o.stay_id = y.id
    where y.during && tstzrange(${now}::timestamptz - interval '28 days', ${now})
      and y.status in ('arrived', 'continued', 'converted', 'returned') and y.sleeps) as "childNights"`

/** The other homes of the constellation, whether or not they have room: whoever asks is to see why not. */
export async function ownConstellation(context: Context, asked: Asked): Promise<InReach[]> {
  const { today, now } = context
  return rowsOf(
    context.db,
    sql<InReach>`
    with ${asking(asked, today)}
    select h.household, 'own' as tier, h.hub, h.knows, h.languages, h.cultures, h.miles, ${shownOf(now)}
    from (
      select m.household_id as household, d.phone, m.part = 'hub' as hub, coalesce(stayed.children, '{}') as knows, d.languages, d.cultures,
        round((${MILES})::numeric, 1)::float as miles
      from membership mine
      join membership m on m.constellation_id = mine.constellation_id and ${known('m')} and m.during @> ${today}::date
      join household_detail d on d.household_id = m.household_id and ${known('d')} and d.during @> ${today}::date
      left join home on true
      left join stayed on stayed.host = m.household_id
      where mine.household_id = ${asked.home} and m.household_id <> ${asked.home} and ${known('mine')} and mine.during @> ${today}::date
    ) h order by h.hub desc, h.household`,
  )
}

/** Which those are, for what is asked about them before they are known. */
export const idsOfConstellation = ({ today }: Context, home: string): RawBuilder<string[]> => sql<string[]>`
  array(select m.household_id from membership mine
    join membership m on m.constellation_id = mine.constellation_id and ${known('m')} and m.during @> ${today}::date
    where mine.household_id = ${home} and m.household_id <> ${home} and ${known('mine')} and mine.during @> ${today}::date)`

const SIZE = 12

/**
 * The other homes of the service that are approved, open and have the beds for the whole stay, at most 30 miles away
 * or we do not know how far: neighbouring constellations first, the nearest hub's first, then homes that know the
 * children, then the nearest. A dozen at a time from `skip`; fewer than a dozen is the last of them.
 */
export async function homesInReach(
  context: Context,
  asked: Asked & { nights: readonly Day[]; beyond: readonly string[] },
  skip: number,
): Promise<{ homes: InReach[]; last: boolean }> {
  const { today, now, actor } = context
  const { span, children, nights, beyond, home } = asked
  const first = nights[0] ?? today
  const days = sql`daterange(${dayOf(span.from)}::date, ${dayOf(new Date(span.to.getTime() - 1))}::date, '[]')`
  const taken = sql`daterange(${first}::date, ${nights.at(-1) ?? first}::date, '[]')`
  // What is costly to ask is asked in this order until a dozen fit: counts, since the planner makes no join of them.
  const { rows } = await sql<InReach>`
    with ${asking(asked, today)}, hub as materialized (
      select c.id as constellation, ${MILES} as miles
      from constellation c
      left join membership middle on middle.constellation_id = c.id and middle.part = 'hub' and ${known('middle')} and middle.during @> ${today}::date
      left join household_detail d on d.household_id = middle.household_id and ${known('d')} and d.during @> ${today}::date
      left join home on true
      where c.service_id = ${actor.service.id} and c.stage = 'active'
    ), neighbour as materialized (
      -- By home: how far its hub is, and whether it is one. A map, since the planner would compare every pair.
      select jsonb_object_agg(m.household_id, jsonb_build_object('hub', m.part = 'hub', 'miles', hub.miles)) as homes
      from hub join membership m on m.constellation_id = hub.constellation and ${known('m')} and m.during @> ${today}::date
    ), h as (
      select d.household_id as household, d.phone, case when near.by is null then 'service' else 'near' end as tier,
        coalesce((near.by->>'hub')::boolean, false) as hub, coalesce(stayed.children, '{}') as knows, d.languages, d.cultures,
        round((${MILES})::numeric, 1)::float as miles
      from household_detail d
      left join home on true
      cross join lateral (select (select homes from neighbour)->d.household_id::text as by) near
      left join stayed on stayed.host = d.household_id
      where d.service_id = ${actor.service.id} and ${known('d')} and d.during @> ${today}::date
        and d.household_id <> all (${[home, ...beyond]}::uuid[])
        and (home.lat is null or d.lat is null or ${MILES} <= ${REACH_MILES})
      order by near.by is null, (near.by->>'miles')::float, cardinality(coalesce(stayed.children, '{}')) desc, miles, d.household_id offset 0
    )
    select h.household, h.tier, h.hub, h.knows, h.languages, h.cultures, h.miles, ${shownOf(now)}
    from h
    where (select count(*) from approval a where a.household_id = h.household and ${known('a')} and a.during @> ${first}::date) > 0
      and (select count(*) from closure x where x.household_id = h.household and ${known('x')} and x.during && ${taken}) = 0
      and (select count(*) from weekly_pattern w where w.household_id = h.household and ${known('w')} and w.during @> ${first}::date
        and not w.open_nights @> array[extract(isodow from ${first}::date)::int]) = 0
      and (select count(*) from bed b where b.household_id = h.household and b.during @> ${days}
        and not exists (select from stay_child o where o.bed_id = b.id and o.holds and o.ends > ${span.from} and o.during && tstzrange(${span.from}, ${span.to})))
        >= ${children.length}
    limit ${SIZE} offset ${skip}`.execute(context.db)
  return { homes: rows, last: rows.length < SIZE }
}

/** Whether a home may be asked in an emergency at all: an approved home of the service today. */
export async function approvedToday(context: Context, household: string): Promise<boolean> {
  const { rows } = await widened(context, () =>
    sql`select from approval a where a.household_id = ${household} and ${known('a')} and a.during @> ${context.today}::date`.execute(
      context.db,
    ),
  )
  return rows.length > 0
}
