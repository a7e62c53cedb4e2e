import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import { type AsAt, believed, held } from './as-at.ts'
import type { ApprovedSex, CheckKind, HomeKind, Wish } from './kinds.ts'
import type { Position } from './position.ts'
import type { Closure, WeeklyPattern } from './rules.ts'

/** What is known of a home as a whole. */
export type HomeDetails = {
  name: string
  kind: HomeKind
  phone: string | null
  postcode: string | null
  lat: number | null
  lon: number | null
  positionFrom: Position['from']
  localAuthority: string | null
  pets: string[]
  smoker: boolean | null
  languages: string[]
  cultures: string[]
  adultHomeFullTime: boolean | null
  wantsMockingbird: Wish | null
  canBeHub: boolean | null
  from: Day
}

/** The details of the home as at a day; null where none are recorded for it. */
export async function detailsAt(context: Context, household: string, at: AsAt): Promise<HomeDetails | null> {
  const { rows } = await sql<HomeDetails>`
    select d.name, d.kind, d.phone, d.postcode, d.lat, d.lon, d.position_from as "positionFrom",
      d.local_authority as "localAuthority", d.pets, d.smoker, d.languages, d.cultures,
      d.adult_home_full_time as "adultHomeFullTime", d.wants_mockingbird as "wantsMockingbird",
      d.can_be_hub as "canBeHub", lower(d.during) as from
    from household_detail d where d.household_id = ${household} and ${held('d', at)}`.execute(context.db)
  return rows[0] ?? null
}

/** The name the home goes by: on the day, or else the first it is recorded with. */
export async function nameOf(context: Context, household: string, at: AsAt): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select d.name from household_detail d where d.household_id = ${household} and d.superseded_at is null
    order by d.during @> ${at.day}::date desc, lower(d.during) limit 1`.execute(context.db)
  return rows[0]?.name ?? null
}

export type Approval = {
  places: number
  ageMin: number
  ageMax: number
  sex: ApprovedSex
  from: Day
  /** The last day approved; null goes on. */
  lastDay: Day | null
}

export async function approvalAt(context: Context, household: string, at: AsAt): Promise<Approval | null> {
  const { rows } = await sql<Approval>`
    select a.places, a.age_min as "ageMin", a.age_max as "ageMax", a.sex, lower(a.during) as from,
      upper(a.during) - 1 as "lastDay"
    from approval a where a.household_id = ${household} and ${held('a', at)}`.execute(context.db)
  return rows[0] ?? null
}

export async function checksAt(
  context: Context,
  household: string,
  at: AsAt,
): Promise<{ kind: CheckKind; expiresOn: Day }[]> {
  const { rows } = await sql<{ kind: CheckKind; expiresOn: Day }>`
    select c.kind, c.expires_on as "expiresOn" from household_check c
    where c.household_id = ${household} and ${held('c', at)}`.execute(context.db)
  return rows
}

export type BedRow = { id: string; room: string; name: string; from: Day; until: Day | null }

/** The beds that are there on the day or come after it, room by room. */
export async function bedsFrom(context: Context, household: string, { day }: AsAt): Promise<BedRow[]> {
  const { rows } = await sql<BedRow>`
    select b.id, b.room, b.name, lower(b.during) as from, upper(b.during) as until from bed b
    where b.household_id = ${household} and b.during && daterange(${day}::date, null)
    order by b.room, b.name, lower(b.during)`.execute(context.db)
  return rows
}

/** Nights off that are not over on the day, first come first. */
export async function closuresFrom(
  context: Context,
  household: string,
  at: AsAt,
): Promise<(Closure & { id: string })[]> {
  const { rows } = await sql<Closure & { id: string }>`
    select c.id, lower(c.during) as from, upper(c.during) as until, c.reason from closure c
    where c.household_id = ${household} and ${believed('c', at)} and c.during && daterange(${at.day}::date, null)
    order by lower(c.during), c.id`.execute(context.db)
  return rows
}

/** The weekly patterns that hold on the day or come after it. */
export async function patternsFrom(context: Context, household: string, at: AsAt): Promise<WeeklyPattern[]> {
  const { rows } = await sql<WeeklyPattern>`
    select lower(w.during) as from, upper(w.during) as until, w.open_nights as "openNights" from weekly_pattern w
    where w.household_id = ${household} and ${believed('w', at)} and w.during && daterange(${at.day}::date, null)
    order by lower(w.during)`.execute(context.db)
  return rows
}
