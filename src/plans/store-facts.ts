import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { current, range } from '../platform/history.ts'
import { addDays, type Day } from '../values/london.ts'
import type { PlanChild, PlanFacts, PlanHome, PlanLink } from './rules/facts.ts'
import { siblingGroups } from './rules/sibling-groups.ts'

/**
 * What is known of the service's homes on a day, by reference: where they are, who lives there, what they are approved and
 * fit for, whom they know and must not meet. For those who see the whole service.
 */
export async function factsOn(context: Context, day: Day): Promise<PlanFacts> {
  const homes = await homesOn(context, day)
  const children = await childrenOn(context, day)
  const links = await linksOn(context, day)
  const living = new Map<string, PlanChild[]>(homes.map(({ household }) => [household, []]))
  for (const { household, ...child } of children) living.get(household)?.push(child)
  return {
    on: day,
    homes: homes.map((home) => ({ ...home, children: living.get(home.household) ?? [] })),
    links,
  }
}

type HomeRow = Omit<PlanHome, 'children'>

async function homesOn(context: Context, day: Day): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select h.id as household, coalesce(d.name, h.reference) as name,
      case when d.lat is not null then json_build_object('lat', d.lat, 'lon', d.lon) end as place,
      (select count(*)::int from bed b where b.household_id = h.id and b.during @> ${day}::date) as "spareBeds",
      d.adult_home_full_time as "adultHomeFullTime", d.wants_mockingbird as "wantsMockingbird", d.can_be_hub as "canBeHub",
      coalesce(d.kind in ('mainstream', 'kinship'), true) as "needsApproval",
      exists (select from approval a where a.household_id = h.id and ${current('a', day)}) as approved,
      array(select case c.kind when 'dbs' then 'the DBS check' when 'medical' then 'the medical'
          when 'review' then 'the review' else 'the allergy training' end
        from household_check c where c.household_id = h.id and c.kind in ('dbs', 'medical', 'review', 'allergy_training')
          and ${current('c', day)} and c.expires_on < ${day}::date order by 1) as lapsed,
      exists (select from membership m where m.household_id = h.id and m.superseded_at is null
        and m.during && ${range(day, null)}) as "inConstellation"
    from household h left join household_detail d on d.household_id = h.id and ${current('d', day)}
    order by h.reference`.execute(context.db)
  return rows
}

/** The children at their homes; those under special guardianship or adopted are there, and not counted. */
async function childrenOn(context: Context, day: Day): Promise<(PlanChild & { household: string })[]> {
  const { rows } = await sql<Omit<PlanChild, 'siblingGroup'> & { household: string }>`
    select p.household_id as household, p.child_id as child, d.dob as "bornOn",
      d.cared_for_alongside = 'solo' as solo, coalesce(s.status, '') not in ('SGO', 'adopted') as "lookedAfter"
    from placement p join child c on c.id = p.child_id
    join child_detail d on d.child_id = p.child_id and ${current('d', day)}
    left join legal_status s on s.child_id = p.child_id and ${current('s', day)}
    where ${current('p', day)}
    order by c.reference`.execute(context.db)
  const pairs = await sql<{ a: string; b: string }>`
    select x.child_a as a, x.child_b as b from sibling x where ${current('x', day)}`.execute(context.db)
  const groups = siblingGroups(pairs.rows)
  return rows.map((row) => ({ ...row, siblingGroup: groups.get(row.child) ?? null }))
}

/** A year of stays makes a tie. */
const TIE_DAYS = 365

/** Homes of children who must not meet (or of a child and a carer), kept apart, friends, and those with stays between them. */
async function linksOn(context: Context, day: Day): Promise<PlanLink[]> {
  const { rows } = await sql<PlanLink>`
    with lives as (select p.child_id, p.household_id from placement p where ${current('p', day)}),
    cares as (select c.person_id, c.household_id from household_carer c where ${current('c', day)}),
    pairs as (
      select 'must_not_meet' as kind, one.household_id as a, coalesce(other.household_id, adult.household_id) as b
        from must_not_meet x join lives one on one.child_id = x.child_id
        left join lives other on other.child_id = x.other_child_id
        left join cares adult on adult.person_id = x.other_person_id where ${current('x', day)}
      union all select l.kind, l.household_a, l.household_b from household_link l where ${current('l', day)}
      union all select 'tie', y.home_household_id, y.host_household_id from stay y
        where y.status = 'returned' and y.ends > ${addDays(day, -TIE_DAYS)}::date and y.ends <= ${addDays(day, 1)}::date
    )
    select distinct kind, least(a, b) as a, greatest(a, b) as b from pairs where a <> b order by 1, 2, 3`.execute(
    context.db,
  )
  return rows
}

/** The service's homes by reference, as a file names them. */
export async function referencesOf(context: Context): Promise<Map<string, string>> {
  const rows = await context.db.selectFrom('household').select(['id', 'reference']).execute()
  return new Map(rows.map(({ id, reference }) => [reference, id]))
}
