import { type RawBuilder, sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { type Day, weekday } from '../values/london.ts'
import { nightAt, type StayThen, smallHours } from './rules/tonight.ts'

/** A night, and the moment whose knowledge it is looked at with; null for what is known now. */
export type Asked = { night: Day; known: Date | null; now: Date }

/** How long back a stay that nobody ended is looked for, beyond any that the rules allow (invariant 15: 21 nights). */
const LOOK_BACK = sql`interval '60 days'`

/** The condition that a fact held that night, as it was known. */
const held = (alias: string, { night, known }: Asked): RawBuilder<boolean> => {
  const [during, recorded, superseded] = ['during', 'recorded_at', 'superseded_at'].map((column) =>
    sql.ref(`${alias}.${column}`),
  )
  return known === null
    ? sql<boolean>`(${superseded} is null and ${during} @> ${night}::date)`
    : sql<boolean>`(${recorded} <= ${known} and (${superseded} is null or ${superseded} > ${known}) and ${during} @> ${night}::date)`
}

/** Every stay as it stood: `stay` itself now, `stay_was` at a moment that has passed. */
const source = ({ known }: Asked) =>
  known === null
    ? sql`(select id, service_id, kind, status, home_household_id as home, host_household_id as host, during, ends, follows_id,
        arrived_at, coalesce(returned_at, ended_at) as over_at from stay)`
    : sql`(select stay_id as id, service_id, kind, status, home_household_id as home, host_household_id as host, during,
        upper(during) as ends, follows_id, arrived_at, over_at from stay_was
        where known_from <= ${known} and (known_until is null or known_until > ${known}))`

/** Stays with a night that may say where a child sleeps: of that night, overdue, or over later than planned. */
function stays(context: Context, asked: Asked) {
  const { from, to } = smallHours(asked.night)
  return sql`
    select y.* from ${source(asked)} y
    where y.service_id = ${context.actor.service.id} and y.kind <> 'day_care' and y.ends > ${from}::timestamptz - ${LOOK_BACK}
      and y.during && tstzrange(${from}::timestamptz - ${LOOK_BACK}, ${to}::timestamptz)
      and y.status not in ('declined', 'cancelled', 'no_show')
      and (y.during && tstzrange(${from}, ${to}) or y.status = 'arrived' or y.over_at > ${from})`
}

/** `livesAt` is null where they live in no home of the service that night. */
export type ChildRow = {
  child: string
  name: string | null
  lastName: string | null
  livesAt: string | null
} & (StayThen | { stay: null })

type Staying = StayThen & { child: string }

/**
 * Every child the actor may see that lives or stays somewhere that night, a row for each stay that matters, by name.
 * Three plain questions put together here: as one, the planner takes each part for a single row and asks it again for
 * every child.
 */
export async function childrenOn(context: Context, asked: Asked): Promise<ChildRow[]> {
  const living = await sql<{ child: string; household: string }>`
    select p.child_id as child, p.household_id as household from placement p where ${held('p', asked)}`.execute(
    context.db,
  )
  const staying = await sql<Staying>`
    with s as materialized (${stays(context, asked)})
    select c.child_id as child, y.id as stay, y.kind, y.status, y.home, y.host, lower(y.during) as from, upper(y.during) as to,
      y.follows_id as follows, f.status as "formerStatus", f.host as "formerHost", y.arrived_at as "arrivedAt",
      y.over_at as "overAt", b.name as bed, b.room
    from s y join stay_child c on c.stay_id = y.id left join bed b on b.id = c.bed_id
    left join lateral (select o.status, o.host from ${source(asked)} o where o.id = y.follows_id) f on true`.execute(
    context.db,
  )
  const named = await sql<{ child: string; name: string; lastName: string }>`
    select d.child_id as child, d.first_name as name, d.last_name as "lastName" from child_detail d where ${held('d', asked)}
    order by d.first_name, d.last_name, d.child_id`.execute(context.db)

  const homeOf = new Map(living.rows.map(({ child, household }) => [child, household]))
  const staysOf = new Map<string, Staying[]>()
  for (const stay of staying.rows) staysOf.set(stay.child, [...(staysOf.get(stay.child) ?? []), stay])
  const nameOf = new Map(named.rows.map(({ child, ...names }) => [child, names]))
  const there = new Set([...homeOf.keys(), ...staysOf.keys()])
  const inOrder = new Set([...nameOf.keys(), ...there])
  return [...inOrder]
    .filter((child) => there.has(child))
    .flatMap((child): ChildRow[] => {
      const base = {
        child,
        name: nameOf.get(child)?.name ?? null,
        lastName: nameOf.get(child)?.lastName ?? null,
        livesAt: homeOf.get(child) ?? null,
      }
      const stays = staysOf.get(child) ?? []
      return stays.length > 0 ? stays.map((stay) => ({ ...stay, ...base })) : [{ ...base, stay: null }]
    })
}

export type HomeRow = {
  household: string
  name: string | null
  constellation: string | null
  constellationName: string | null
  part: 'hub' | 'satellite' | 'guest' | null
  beds: number
  taken: number
  closed: boolean
  open: boolean
}

/**
 * The homes the actor knows and how many of their beds are taken that night: counted over every stay, so widened,
 * and nobody is named. A bed is taken by whoever holds it in the small hours, a request included, and by whoever
 * should be home and is not. A bed that was ended is as it is known now.
 */
export async function homesOn(context: Context, asked: Asked): Promise<HomeRow[]> {
  const { from, to } = smallHours(asked.night)
  const { seesAll } = context.actor
  const moment = asked.known ?? asked.now
  const overdue =
    asked.night <= nightAt(moment)
      ? sql`(s.status = 'arrived' and upper(s.during) <= ${moment} and coalesce(s.arrived_at, lower(s.during)) < ${to})`
      : sql`false`
  const { rows } = await widened(context, () =>
    sql<HomeRow>`
      with s as materialized (${stays(context, asked)}),
      taken as materialized (select distinct c.bed_id from s join stay_child c on c.stay_id = s.id
        where c.bed_id is not null and ((s.status in ('requested', 'accepted', 'arrived') and s.during && tstzrange(${from}, ${to}))
          or ${overdue} or (coalesce(s.arrived_at, lower(s.during)) < ${to} and s.over_at > ${from})))
      select h.id as household, d.name, c.id as constellation, c.name as "constellationName", m.part,
        coalesce(kept.beds, 0) as beds, coalesce(kept.taken, 0) as taken,
        exists (select from closure x where x.household_id = h.id and ${held('x', asked)}) as closed,
        not exists (select from weekly_pattern w where w.household_id = h.id and ${held('w', asked)}
          and not ${weekday(asked.night)} = any (w.open_nights)) as open
      from household h
      -- offset 0: looked up home by home. The planner takes each of these for a single row, and would compare all with all.
      left join lateral (select d.name from household_detail d where d.household_id = h.id and ${held('d', asked)} offset 0) d on true
      left join lateral (select m.constellation_id, m.part from membership m where m.household_id = h.id and ${held('m', asked)}
        and (${seesAll} or m.constellation_id = any ((select actor_constellations())::uuid[])) offset 0) m on true
      left join constellation c on c.id = m.constellation_id
      left join (select b.household_id, count(*)::int as beds, count(t.bed_id)::int as taken
        from bed b left join taken t on t.bed_id = b.id
        where b.during @> ${asked.night}::date and (${asked.known}::timestamptz is null or b.recorded_at <= ${moment}) group by 1) kept on kept.household_id = h.id
      where ${seesAll} or h.id = any ((select actor_near())::uuid[])
      order by c.name nulls last, c.id, array_position(array['hub', 'satellite', 'guest'], m.part), d.name, h.id`.execute(
      context.db,
    ),
  )
  return rows
}
