import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { KnownHome } from './rules-homes.ts'
import { standing } from './store.ts'

type Found = { home: string } & KnownHome

/**
 * What is known of each of these homes, today or in time to come; of its approval, the latest. A home of which
 * nothing is known has all of it empty.
 */
export async function knownHomes(
  { db, today, now }: Context,
  homes: readonly string[],
): Promise<Map<string, KnownHome>> {
  const { rows } = await sql<Found>`
    with wanted as materialized (select unnest(${homes}::uuid[]) as home),
    detail as (
      select distinct on (d.household_id) d.household_id as home, jsonb_build_object('name', d.name, 'kind', d.kind,
        'phone', d.phone, 'postcode', d.postcode, 'lat', d.lat, 'lon', d.lon, 'position_from', d.position_from,
        'local_authority', d.local_authority, 'pets', d.pets, 'smoker', d.smoker, 'languages', d.languages, 'cultures', d.cultures,
        'adult_home_full_time', d.adult_home_full_time, 'wants_mockingbird', d.wants_mockingbird,
        'can_be_hub', d.can_be_hub) as detail
      from household_detail d join wanted on home = d.household_id where ${standing('d', today)}
      order by d.household_id, lower(d.during)
    ), approved as (
      select distinct on (a.household_id) a.household_id as home, jsonb_build_object('from', lower(a.during),
        'until', upper(a.during), 'places', a.places, 'ageMin', a.age_min, 'ageMax', a.age_max, 'sex', a.sex) as approval
      from approval a join wanted on home = a.household_id where a.superseded_at is null
      order by a.household_id, lower(a.during) desc
    ), checked as (
      select home, jsonb_agg(jsonb_build_object('kind', kind, 'expires', expires_on)) as checks from (
        select distinct on (c.household_id, c.kind) c.household_id as home, c.kind, c.expires_on
        from household_check c join wanted on home = c.household_id where ${standing('c', today)}
        order by c.household_id, c.kind, lower(c.during)) each_kind group by home
    ), held as (
      select distinct s.bed_id from stay_child s where s.holds and upper(s.during) > ${now}
    ), bedded as (
      select b.household_id as home, jsonb_agg(jsonb_build_object('id', b.id, 'room', b.room,
        'held', h.bed_id is not null) order by b.room, b.name, b.id) as beds
      from bed b join wanted on home = b.household_id left join held h on h.bed_id = b.id
      where not isempty(b.during) and (upper_inf(b.during) or upper(b.during) > ${today}::date) group by b.household_id
    ), caring as (
      select c.household_id as home,
        jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name) order by lower(c.during), p.name, p.id) as carers
      from household_carer c join wanted on home = c.household_id join person p on p.id = c.person_id
      where ${standing('c', today)} group by c.household_id
    ), working as (
      select w.household_id as home, jsonb_agg(w.person_id) as workers
      from household_worker w join wanted on home = w.household_id where ${standing('w', today)} group by w.household_id
    )
    select home, detail, approval, coalesce(checks, '[]') as checks, coalesce(beds, '[]') as beds,
      coalesce(carers, '[]') as carers, coalesce(workers, '[]') as workers
    from wanted left join detail using (home) left join approved using (home) left join checked using (home)
      left join bedded using (home) left join caring using (home) left join working using (home)`.execute(db)
  return new Map(rows.map(({ home, ...known }) => [home, known]))
}
