import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import { type AsAt, believed, held } from './as-at.ts'
import type { LinkKind, OrderedBy } from './kinds.ts'

/* Who and what is around a home as at a day: carers, social worker, other homes, constellation, children. */

export type PersonHere = { id: string; name: string; phone: string | null; email: string | null; from: Day }

export async function carersAt(context: Context, household: string, at: AsAt): Promise<PersonHere[]> {
  const { rows } = await sql<PersonHere>`
    select p.id, p.name, p.phone, p.email, lower(c.during) as from
    from household_carer c join person p on p.id = c.person_id
    where c.household_id = ${household} and ${held('c', at)} order by lower(c.during), p.name`.execute(
    context.db,
  )
  return rows
}

/** Carers who have left by the day, or have yet to come. */
export async function otherCarers(context: Context, household: string, at: AsAt) {
  const { rows } = await sql<{ id: string; name: string; from: Day; until: Day | null }>`
    select distinct on (p.id) p.id, p.name, lower(c.during) as from, upper(c.during) as until
    from household_carer c join person p on p.id = c.person_id
    where c.household_id = ${household} and ${believed('c', at)} and not exists (
      select from household_carer n where n.household_id = c.household_id and n.person_id = c.person_id and ${held('n', at)})
    order by p.id, lower(c.during) desc`.execute(context.db)
  return rows
}

export async function supervisorAt(
  context: Context,
  household: string,
  at: AsAt,
): Promise<PersonHere | null> {
  const { rows } = await sql<PersonHere>`
    select p.id, p.name, p.phone, p.email, lower(w.during) as from
    from household_worker w join person p on p.id = w.person_id
    where w.household_id = ${household} and ${held('w', at)}`.execute(context.db)
  return rows[0] ?? null
}

export type Link = {
  kind: LinkKind
  household: string
  name: string
  from: Day
  until: Day | null
  orderedBy: OrderedBy | null
  reason: string | null
}

/** Homes this one is linked with on the day, as far as the actor may know. */
export async function linksAt(context: Context, household: string, at: AsAt): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select l.kind, o.id as household, coalesce(d.name, o.reference) as name, lower(l.during) as from,
      upper(l.during) as until, l.ordered_by as "orderedBy", l.reason
    from household_link l
    join household o on o.id = case when l.household_a = ${household} then l.household_b else l.household_a end
    left join household_detail d on d.household_id = o.id and d.superseded_at is null and d.during @> ${at.day}::date
    where ${household} in (l.household_a, l.household_b) and ${held('l', at)} order by l.kind, 3`.execute(
    context.db,
  )
  return rows
}

export type Membership = { id: string; name: string; part: 'hub' | 'satellite' | 'guest'; from: Day }

export async function membershipAt(
  context: Context,
  household: string,
  at: AsAt,
): Promise<Membership | null> {
  const { rows } = await sql<Membership>`
    select c.id, c.name, m.part, lower(m.during) as from from membership m
    join constellation c on c.id = m.constellation_id
    where m.household_id = ${household} and ${held('m', at)}`.execute(context.db)
  return rows[0] ?? null
}

export type ChildHere = { id: string; firstName: string; lastName: string; from: Day }

/** Children whose home this is on the day, of those the actor may see. */
export async function childrenAt(context: Context, household: string, at: AsAt): Promise<ChildHere[]> {
  const { rows } = await sql<ChildHere>`
    select p.child_id as id, d.first_name as "firstName", d.last_name as "lastName", lower(p.during) as from
    from placement p join child_detail d on d.child_id = p.child_id and ${held('d', at)}
    where p.household_id = ${household} and ${held('p', at)} order by lower(p.during), 2`.execute(context.db)
  return rows
}
