import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'

/** A child's legal status on a day; null where none was recorded. */
export async function legalStatusOn(context: Context, child: string, day: Day): Promise<string | null> {
  const row = await context.db
    .selectFrom('legal_status as l')
    .select('l.status')
    .where('l.child_id', '=', child)
    .where(current('l', day))
    .executeTakeFirst()
  return row?.status ?? null
}

export type ChildRow = {
  child: string
  reference: string
  firstName: string
  lastName: string
  dob: Day
  status: string | null
  household: string | null
  home: string | null
  total: number
}

/** What is typed is looked for as it is: `%` and `_` are letters like any other. */
const containing = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

type Which = {
  day: Day
  search: string | null
  household: string | null
  only: string[]
  skip: number
  most: number
}

/** The children the actor may see who were on record on a day, by name; `total` counts all that match. */
export async function childrenOn(
  context: Context,
  { day, search, household, only, skip, most }: Which,
): Promise<ChildRow[]> {
  const like = search && containing(search)
  const { rows } = await sql<ChildRow>`
    select c.id as child, c.reference, d.first_name as "firstName", d.last_name as "lastName", d.dob, l.status,
      p.household_id as household, h.name as home, (count(*) over ())::int as total
    from child c
    join child_detail d on d.child_id = c.id and ${current('d', day)}
    left join legal_status l on l.child_id = c.id and ${current('l', day)}
    left join placement p on p.child_id = c.id and ${current('p', day)}
    left join household_detail h on h.household_id = p.household_id and ${current('h', day)}
    where (${like}::text is null or c.reference ilike ${like} or d.first_name || ' ' || d.last_name ilike ${like})
      and (${household}::uuid is null or p.household_id = ${household})
      and (${only.length === 0} or c.id = any (${only}::uuid[]))
    order by d.last_name, d.first_name, c.reference limit ${most} offset ${skip}`.execute(context.db)
  return rows
}

export type ChildFacts = {
  child: string
  reference: string
  firstName: string
  lastName: string
  dob: Day
  sex: string
  responsibleAuthority: string | null
  pets: string
  caredForAlongside: string
  /** The first day the details shown hold. */
  detailsFrom: Day
  status: string | null
  statusFrom: Day | null
  household: string | null
  home: string | null
  homePhone: string | null
  homeFrom: Day | null
  worker: string | null
  workerName: string | null
  workerPhone: string | null
  hasPhoto: boolean
}

/** Who a child was on a day. Before their record begins, the first details there are, without home or status. */
export async function childOn(context: Context, child: string, day: Day): Promise<ChildFacts> {
  const { rows } = await sql<ChildFacts>`
    select c.id as child, c.reference, d.first_name as "firstName", d.last_name as "lastName", d.dob, d.sex,
      d.responsible_authority as "responsibleAuthority", d.pets, d.cared_for_alongside as "caredForAlongside",
      lower(d.during) as "detailsFrom", l.status, lower(l.during) as "statusFrom",
      p.household_id as household, h.name as home, h.phone as "homePhone", lower(p.during) as "homeFrom",
      w.person_id as worker, n.name as "workerName", n.phone as "workerPhone",
      exists (select from child_photo f where f.child_id = c.id and ${current('f', context.today)}) as "hasPhoto"
    from child c
    cross join lateral (select * from child_detail d where d.child_id = c.id and d.superseded_at is null
      order by d.during @> ${day}::date desc, lower(d.during) limit 1) d
    left join legal_status l on l.child_id = c.id and ${current('l', day)}
    left join placement p on p.child_id = c.id and ${current('p', day)}
    left join household_detail h on h.household_id = p.household_id and ${current('h', day)}
    left join child_worker w on w.child_id = c.id and ${current('w', day)}
    left join person n on n.id = w.person_id
    where c.id = ${child}`.execute(context.db)
  const [row] = rows
  if (!row) throw new NotFound()
  return row
}

export type HomeToPlaceIn = { household: string; reference: string; name: string | null }

/** Homes of the service by reference or name, a few at a time, for whoever places a child: no more than those two. */
export function homesToPlaceIn(
  context: Context,
  search: string | null,
  most: number,
): Promise<HomeToPlaceIn[]> {
  const like = search && containing(search)
  return widened(context, async () => {
    const { rows } = await sql<HomeToPlaceIn>`
      select h.id as household, h.reference, d.name from household h
      left join household_detail d on d.household_id = h.id and ${current('d', context.today)}
      where ${like}::text is null or h.reference ilike ${like} or d.name ilike ${like}
      order by d.name, h.reference limit ${most}`.execute(context.db)
    return rows
  })
}

/** The people who are child's social workers today, by name. */
export function childSocialWorkers(context: Context): Promise<{ person: string; name: string }[]> {
  return context.db
    .selectFrom('person as p')
    .innerJoin('person_role as r', 'r.person_id', 'p.id')
    .select(['p.id as person', 'p.name'])
    .where('r.role', '=', 'child_social_worker')
    .where(current('r', context.today))
    .orderBy('p.name')
    .execute()
}
