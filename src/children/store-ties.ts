import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import type { Day } from '../values/london.ts'

/** A brother or sister. `name` is null where the actor may not see them, and `child` then too. */
export type SiblingRow = { child: string | null; name: string | null; home: string | null; from: Day }

/** A child's brothers and sisters on a day. Row-level security leaves out who and where the actor may not see. */
export async function siblingsOn(context: Context, child: string, day: Day): Promise<SiblingRow[]> {
  const { rows } = await sql<SiblingRow>`
    select o.id as child, d.first_name || ' ' || d.last_name as name, h.name as home, lower(s.during) as "from"
    from sibling s
    left join child o on o.id = case when s.child_a = ${child} then s.child_b else s.child_a end
    left join child_detail d on d.child_id = o.id and ${current('d', day)}
    left join placement p on p.child_id = o.id and ${current('p', day)}
    left join household_detail h on h.household_id = p.household_id and ${current('h', day)}
    where ${child} in (s.child_a, s.child_b) and ${current('s', day)}
    order by d.dob, o.id`.execute(context.db)
  return rows
}

/** Whom a child must not be with. For another child `name` is null where the actor may not see that child. */
export type ApartRow = {
  apart: string
  child: string | null
  person: string | null
  isChild: boolean
  name: string | null
  orderedBy: string
  reason: string | null
  from: Day
  until: Day | null
}

/** Whom a child must not be with on a day, whichever of the two was named first. The strictest first. */
export async function apartOn(context: Context, child: string, day: Day): Promise<ApartRow[]> {
  const { rows } = await sql<ApartRow>`
    select m.id as apart, o.id as child, m.other_person_id as person, m.other_child_id is not null as "isChild",
      coalesce(d.first_name || ' ' || d.last_name, n.name, m.other_adult) as name,
      m.ordered_by as "orderedBy", m.reason, lower(m.during) as "from", upper(m.during) as until
    from must_not_meet m
    left join child o on m.other_child_id is not null
      and o.id = case when m.child_id = ${child} then m.other_child_id else m.child_id end
    left join child_detail d on d.child_id = o.id and ${current('d', day)}
    left join person n on n.id = m.other_person_id
    where ${child} in (m.child_id, m.other_child_id) and ${current('m', day)}
    order by array_position(array['court', 'safeguarding', 'advisory'], m.ordered_by), m.id`.execute(
    context.db,
  )
  return rows
}

export type SharingRow = {
  with: string | null
  name: string | null
  authority: string
  from: Day
  until: Day | null
}

/** With whom a child's authority agreed they may share a bedroom, on a day. */
export async function roomSharingOn(context: Context, child: string, day: Day): Promise<SharingRow[]> {
  const { rows } = await sql<SharingRow>`
    select o.id as with, d.first_name || ' ' || d.last_name as name, r.authority,
      lower(r.during) as "from", upper(r.during) as until
    from room_sharing r
    left join child o on o.id = r.with_child_id
    left join child_detail d on d.child_id = o.id and ${current('d', day)}
    where r.child_id = ${child} and ${current('r', day)}
    order by d.dob, r.id`.execute(context.db)
  return rows
}
