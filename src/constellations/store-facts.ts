import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import type { Day } from '../values/london.ts'
import type { ConstellationFacts, HomeFacts, JoinFacts, Part } from './rules.ts'
import { membershipsFrom } from './store-members.ts'

type HomeRow = HomeFacts & { household: string; wantsMockingbird: string | null }

/** What the rules ask of homes on a day. Widened: whether a home is approved is not for every member to read. */
function homeFacts(context: Context, households: readonly string[], day: Day): Promise<HomeRow[]> {
  return context.db
    .selectFrom('household as h')
    .leftJoin('household_detail as d', (on) => on.onRef('d.household_id', '=', 'h.id').on(current('d', day)))
    .select(['h.id as household', 'd.name', 'd.adult_home_full_time as adultHomeFullTime'])
    .select('d.wants_mockingbird as wantsMockingbird')
    .select(sql<boolean>`coalesce(d.kind in ('mainstream', 'kinship'), true)`.as('needsApproval'))
    .select(
      sql<boolean>`exists (select from approval a where a.household_id = h.id and ${current('a', day)})`.as(
        'approved',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from bed b where b.household_id = h.id and b.during @> ${day}::date)`.as(
        'spareBeds',
      ),
    )
    .where('h.id', 'in', households)
    .execute()
}

/** The names of these homes that the actor may know, asked with their own eyes. */
async function knownNames(context: Context, households: readonly string[], day: Day) {
  const rows = await context.db
    .selectFrom('household_detail as d')
    .select(['d.household_id as household', 'd.name'])
    .where('d.household_id', 'in', households)
    .where(current('d', day))
    .execute()
  return new Map(rows.map((row) => [row.household, row.name]))
}

/** What `launchCheck` and `standing` need of a constellation on a day; homes the actor may not know have no name. */
export async function constellationFacts(
  context: Context,
  constellation: string,
  day: Day,
): Promise<ConstellationFacts> {
  const facts = await widened(context, async () => {
    const members = await context.db
      .selectFrom('membership as m')
      .select(['m.household_id as household', sql<Part>`m.part`.as('part')])
      .where('m.constellation_id', '=', constellation)
      .where(current('m', day))
      .execute()
    const of = members.map((member) => member.household)
    const homes = of.length > 0 ? await homeFacts(context, of, day) : []
    return { members, homes, ...(await around(context, constellation, day)) }
  })
  const households = facts.members.map((member) => member.household)
  const names = households.length > 0 ? await knownNames(context, households, day) : new Map<string, string>()
  const playing = (part: Part) =>
    facts.homes
      .filter((home) => facts.members.some((m) => m.household === home.household && m.part === part))
      .map((home) => ({ ...home, name: names.get(home.household) ?? null }))
  return {
    hub: playing('hub')[0] ?? null,
    satellites: playing('satellite'),
    liaison: facts.liaison,
    lookedAfterChildren: facts.children,
    agreedSatellites: facts.agreed,
  }
}

/** The liaison worker, the looked-after children of its homes, and the number of satellites agreed to. */
async function around(context: Context, constellation: string, day: Day) {
  const { rows } = await sql<{ liaison: boolean; children: number; agreed: number | null }>`
    select exists (select from constellation_liaison l
        where l.constellation_id = ${constellation} and ${current('l', day)}) as liaison,
      (select count(*)::int from membership m
        join placement p on p.household_id = m.household_id and ${current('p', day)}
        left join legal_status s on s.child_id = p.child_id and ${current('s', day)}
        where m.constellation_id = ${constellation} and ${current('m', day)}
          and coalesce(s.status, '') not in ('SGO', 'adopted')) as children,
      (select max(satellites) from fidelity_variance where constellation_id = ${constellation}) as agreed`.execute(
    context.db,
  )
  return rows[0] ?? { liaison: false, children: 0, agreed: null }
}

/** What `joinCheck` needs of a home that is asked, or says yes, to play a part from a day on. */
export async function joinFacts(
  context: Context,
  asked: { constellation: string; household: string; stage: JoinFacts['stage']; day: Day },
): Promise<Omit<JoinFacts, 'part' | 'otherSatellites'> & { satellites: number }> {
  const { constellation, household, stage, day } = asked
  const memberships = await membershipsFrom(context, household, day)
  const other = memberships.find((membership) => membership.constellation !== constellation)
  const here = memberships.find((membership) => membership.constellation === constellation)
  const { home, ...there } = await widened(context, async () => {
    const [home] = await homeFacts(context, [household], day)
    return { home, ...(await thereAlready(context, constellation, household, day)) }
  })
  return {
    home: home ?? noHome,
    elsewhere: other ? { name: context.actor.seesAll ? other.name : null } : null,
    here: here?.part ?? null,
    stage,
    ...there,
  }
}

const noHome: JoinFacts['home'] = {
  name: null,
  needsApproval: true,
  approved: false,
  spareBeds: 0,
  adultHomeFullTime: null,
  wantsMockingbird: null,
}

async function thereAlready(context: Context, constellation: string, household: string, day: Day) {
  type Row = Pick<JoinFacts, 'hubStays' | 'keptApart' | 'mustNotMeet' | 'agreedSatellites'> & {
    satellites: number
  }
  const { rows } = await sql<Row>`
    with here as (
      select m.household_id, m.part, m.during from membership m
      where m.constellation_id = ${constellation} and m.household_id <> ${household}
        and m.superseded_at is null and m.during && daterange(${day}::date, null)
    ), apart as (
      select l.ordered_by from household_link l join here on here.household_id in (l.household_a, l.household_b)
      where l.kind = 'keep_apart' and ${household} in (l.household_a, l.household_b) and l.superseded_at is null
        and l.during && daterange(${day}::date, null)
    ), mine as (
      select p.child_id from placement p where p.household_id = ${household} and ${current('p', day)}
    ), theirs as (
      select p.child_id from placement p join here on here.household_id = p.household_id where ${current('p', day)}
    )
    select exists (select from here where part = 'hub' and upper_inf(during)) as "hubStays",
      (select count(distinct household_id)::int from here where part = 'satellite') as satellites,
      case when exists (select from apart where ordered_by in ('court', 'safeguarding')) then 'ordered'
        when exists (select from apart) then 'advised' end as "keptApart",
      (select count(distinct mine.child_id)::int from mine join theirs on true
        join must_not_meet x on x.child_id = least(mine.child_id, theirs.child_id)
          and x.other_child_id = greatest(mine.child_id, theirs.child_id)
        where ${current('x', day)}) as "mustNotMeet",
      (select max(satellites) from fidelity_variance where constellation_id = ${constellation}) as "agreedSatellites"`.execute(
    context.db,
  )
  return (
    rows[0] ?? { hubStays: false, satellites: 0, keptApart: null, mustNotMeet: 0, agreedSatellites: null }
  )
}
