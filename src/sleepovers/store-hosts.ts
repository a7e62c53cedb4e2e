import { type RawBuilder, sql } from 'kysely'
import { isLookedAfter } from '../children/legal-status.ts'
import type { Context } from '../platform/context.ts'
import { type Asked, ask } from '../platform/database-statements.ts'
import { pseudonym } from '../platform/pseudonym.ts'
import type { Span } from '../values/london.ts'
import type { HostFacts, Sleeper } from './facts.ts'
import { asSpan, asSpans, factDays, known, type RawSpan } from './store-read.ts'

/** A home with what the rules ask about it, and where it is. */
export type Host = HostFacts & { lat: number | null; lon: number | null }

type Row = Omit<Host, 'sleepers' | 'hosted'> & { hosted: ({ child: string; home: string } & RawSpan)[] }

/** The homes asked about: their ids, or the query that finds them. */
export type Homes = readonly string[] | RawBuilder<string[]>

/**
 * What the rules ask about homes as hosts, for stays within `window`: two queries whatever the number of homes, sent
 * together. The stay `without` is left out: a stay is not in its own way.
 */
export async function gatherHosts(...about: Parameters<typeof askHosts>): Promise<Map<string, Host>> {
  return (await askHosts(...about)).answer()
}

/** The same, on its way with other questions. */
export async function askHosts(
  context: Context,
  homes: Homes,
  window: Span,
  without: string | null = null,
): Promise<Asked<Map<string, Host>>> {
  const from = sql`(${window.from}::timestamptz at time zone 'Europe/London')::date`
  const days = sql`daterange(${from}, (${window.to}::timestamptz at time zone 'Europe/London')::date, '[]')`
  // In the small hours it is still the night of the evening before.
  const nights = sql`daterange(${from} - 1, (${window.to}::timestamptz at time zone 'Europe/London')::date, '[]')`
  const question = sql<Row>`
    select h.id as household, d.name, d.local_authority as "localAuthority", d.pets, d.smoker, d.lat, d.lon,
      (select coalesce(json_agg(c.person_id), '[]') from household_carer c
        where c.household_id = h.id and ${known('c')} and c.during && ${days}) as carers,
      (select coalesce(json_agg(json_build_object('places', a.places, 'ageMin', a.age_min, 'ageMax', a.age_max, 'sex', a.sex,
          'during', ${factDays('a')})), '[]') from approval a where a.household_id = h.id and ${known('a')} and a.during && ${days}) as approvals,
      (select coalesce(json_agg(json_build_object('kind', k.kind, 'expiresOn', k.expires_on)), '[]')
        from household_check k where k.household_id = h.id and ${known('k')} and k.during @> ${context.today}::date) as checks,
      (select coalesce(json_agg(json_build_object('id', b.id, 'room', b.room, 'name', b.name, 'during', ${factDays('b')})
          order by b.room, b.name, b.id), '[]') from bed b where b.household_id = h.id and b.during && ${days}) as beds,
      (select coalesce(json_agg(${factDays('x')}), '[]') from closure x
        where x.household_id = h.id and ${known('x')} and x.during && ${nights}) as closures,
      (select coalesce(json_agg(json_build_object('openNights', w.open_nights, 'during', ${factDays('w')})), '[]')
        from weekly_pattern w where w.household_id = h.id and ${known('w')} and w.during && ${nights}) as weekly,
      (select coalesce(json_agg(json_build_object('children', (select json_agg(n.child_id) from exemption_child n where n.exemption_id = e.id),
          'during', ${factDays('e')})), '[]') from exemption e where e.household_id = h.id and ${known('e')} and e.during && ${days}) as exemptions,
      (select coalesce(json_agg(json_build_object('household', case when l.household_a = h.id then l.household_b else l.household_a end,
          'orderedBy', l.ordered_by, 'during', ${factDays('l')})), '[]') from household_link l
        where l.kind = 'keep_apart' and (l.household_a = h.id or l.household_b = h.id) and ${known('l')}) as "keptApart",
      rest.settled as rest,
      case when rest.settled::text = '[]' then '[]' else (
        select coalesce(json_agg(json_build_object('child', o.child_id, 'home', y.home_household_id, 'from', lower(o.during), 'to', upper(o.during))), '[]')
        from bed b join stay_child o on o.bed_id = b.id and o.holds
          and o.ends > ${window.from}::timestamptz - interval '84 days'
          and o.during && tstzrange(${window.from}::timestamptz - interval '84 days', ${window.to}::timestamptz + interval '21 days')
        join stay y on y.id = o.stay_id
        where b.household_id = h.id and o.stay_id is distinct from ${without}) end as hosted
    from household h
    cross join lateral (select coalesce(json_agg(json_build_object('nightsInRow', r.nights_in_row, 'protectedDays', r.protected_days,
        'nightsPerHome', r.nights_per_home, 'during', ${factDays('r')})), '[]') as settled
      from hub_rest r where r.household_id = h.id and ${known('r')} and r.during && ${nights}) rest
    join household_detail d on d.household_id = h.id and ${known('d')} and d.during @> ${from}
    -- Said of both: else the planner may go through every home of the service for each of these.
    where h.id = any (${homes}::uuid[]) and d.household_id = any (${homes}::uuid[])`
  const facts = await ask(context.db, question, (rows) => rows)
  const there = await askSleepers(context, homes, window, without)
  return {
    answer: async () => {
      const [rows, sleepers] = [await facts.answer(), await there.answer()]
      return new Map(
        rows.map((row) => [
          row.household,
          {
            ...row,
            sleepers: sleepers.get(row.household) ?? [],
            hosted: row.hosted.map(({ child, home, ...span }) => ({ child, home, span: asSpan(span) })),
          },
        ]),
      )
    },
  }
}

type SleeperRow = Omit<Sleeper, 'present' | 'fostered' | 'alias'> & {
  household: string
  /** All that held within the window: one looked-after day counts for the whole of it, the stricter reading. */
  statuses: string[]
  present: RawSpan[]
}

/** Who is at these homes within the window: those who live there, less the time they stay elsewhere, and those who stay. */
function askSleepers(
  context: Context,
  homes: Homes,
  window: Span,
  without: string | null,
): Promise<Asked<Map<string, Sleeper[]>>> {
  const question = sql<SleeperRow>`
    with asked as materialized (select distinct unnest(${homes}::uuid[]) as home), here as materialized (
      select p.household_id as household, p.child_id as child, null::uuid as bed, null as room,
        (tstzmultirange(tstzrange(lower(p.during)::timestamp at time zone 'Europe/London', upper(p.during)::timestamp at time zone 'Europe/London'))
          * tstzmultirange(tstzrange(${window.from}, ${window.to}))
          - coalesce((select range_agg(o.during) from stay_child o where o.child_id = p.child_id and o.holds
              and o.ends > ${window.from} and o.during && tstzrange(${window.from}, ${window.to})), '{}')) as present
      from asked join placement p on p.household_id = asked.home and ${known('p')}
      union all
      -- Home by home and bed by bed: the planner would rather go through everything that has not ended.
      select asked.home, o.child_id, b.id, b.room, tstzmultirange(o.during)
      from asked join bed b on b.household_id = asked.home cross join lateral (
        select o.child_id, o.during from stay_child o
        where o.bed_id = b.id and o.holds and o.stay_id is distinct from ${without}
          and o.ends > ${window.from} and o.during && tstzrange(${window.from}, ${window.to}) offset 0) o
      union all
      -- Those who are there by day, without a bed.
      select asked.home, o.child_id, null, null, tstzmultirange(o.during)
      from asked cross join lateral (
        select y.id from stay y where y.host_household_id = asked.home and not y.sleeps
          and y.ends > ${window.from} and y.during && tstzrange(${window.from}, ${window.to}) offset 0) y
      cross join lateral (
        select o.child_id, o.during from stay_child o
        where o.stay_id = y.id and o.holds and o.stay_id is distinct from ${without}
          and o.during && tstzrange(${window.from}, ${window.to}) offset 0) o
    )
    select here.household, here.child, here.bed, here.room, d.dob, d.sex, d.responsible_authority as "responsibleAuthority",
      (select coalesce(json_agg(l.status), '[]') from legal_status l where l.child_id = here.child and ${known('l')}
        and l.during && daterange((${window.from}::timestamptz at time zone 'Europe/London')::date,
          (${window.to}::timestamptz at time zone 'Europe/London')::date, '[]')) as statuses,
      (select coalesce(json_agg(case when s.child_a = here.child then s.child_b else s.child_a end), '[]')
        from sibling s where (s.child_a = here.child or s.child_b = here.child) and ${known('s')}) as siblings,
      (select coalesce(json_agg(json_build_object('with', r.with_child_id, 'during', ${factDays('r')})), '[]')
        from room_sharing r where r.child_id = here.child and ${known('r')}) as sharing,
      (select json_agg(json_build_object('from', lower(piece), 'to', upper(piece))) from unnest(here.present) piece) as present
    from here join lateral (
      -- Nobody is left out because their record begins after the first day.
      select dob, sex, responsible_authority from child_detail e where e.child_id = here.child and ${known('e')}
      order by e.during @> (${window.from}::timestamptz at time zone 'Europe/London')::date desc, lower(e.during) limit 1) d on true
    where not isempty(here.present)`
  return ask(context.db, question, byHome)
}

function byHome(rows: readonly SleeperRow[]): Map<string, Sleeper[]> {
  const found = new Map<string, Sleeper[]>()
  for (const { household, statuses, present, ...rest } of rows) {
    const fostered = statuses.length === 0 || statuses.some(isLookedAfter)
    const sleeper = { ...rest, alias: pseudonym(rest.child), fostered, present: asSpans(present) }
    found.set(household, [...(found.get(household) ?? []), sleeper])
  }
  return found
}
