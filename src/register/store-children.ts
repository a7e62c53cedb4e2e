import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { KnownChild } from './rules-children.ts'
import { standing } from './store.ts'

type Found = { child: string } & KnownChild

/**
 * What is known of each of these children, today or in time to come; of consent to overnight stays, the last word
 * that was written, a withdrawal included. A child of whom nothing is known has all of it empty.
 */
export async function knownChildren(
  { db, today }: Context,
  children: readonly string[],
): Promise<Map<string, KnownChild>> {
  const { rows } = await sql<Found>`
    with wanted as materialized (select unnest(${children}::uuid[]) as child),
    detail as (
      select distinct on (d.child_id) d.child_id as child, jsonb_build_object('first_name', d.first_name,
        'last_name', d.last_name, 'dob', d.dob, 'sex', d.sex, 'responsible_authority', d.responsible_authority,
        'pets', d.pets, 'cared_for_alongside', d.cared_for_alongside) as detail
      from child_detail d join wanted on child = d.child_id where ${standing('d', today)}
      order by d.child_id, lower(d.during)
    ), stated as (
      select distinct on (l.child_id) l.child_id as child, l.status
      from legal_status l join wanted on child = l.child_id where ${standing('l', today)}
      order by l.child_id, lower(l.during)
    ), placed as (
      select distinct on (p.child_id) p.child_id as child, jsonb_build_object('id', p.id, 'household', p.household_id,
        'from', lower(p.during), 'until', upper(p.during)) as placement
      from placement p join wanted on child = p.child_id where ${standing('p', today)}
      order by p.child_id, lower(p.during)
    ), carded as (
      select distinct on (c.child_id) c.child_id as child, to_jsonb(c) - array['id', 'service_id', 'during',
        'recorded_at', 'recorded_by', 'superseded_at', 'child_id'] as card
      from care_card c join wanted on child = c.child_id where ${standing('c', today)}
      order by c.child_id, lower(c.during)
    ), agreed as (
      select distinct on (c.child_id) c.child_id as child, jsonb_build_object('decision', c.decision,
        'until', upper(c.during), 'withdrawn', c.withdrawn_at is not null) as consent
      from consent c join wanted on child = c.child_id
      where c.item = 'overnight_stay' and (c.superseded_at is null or c.withdrawn_at is not null)
      order by c.child_id, greatest(c.recorded_at, c.withdrawn_at) desc, c.withdrawn_at nulls last, lower(c.during) desc
    ), working as (
      select w.child_id as child, jsonb_agg(w.person_id) as workers
      from child_worker w join wanted on child = w.child_id where ${standing('w', today)} group by w.child_id
    )
    select child, detail, status, placement, card, consent, coalesce(workers, '[]') as workers
    from wanted left join detail using (child) left join stated using (child) left join placed using (child)
      left join carded using (child) left join agreed using (child) left join working using (child)`.execute(
    db,
  )
  return new Map(rows.map(({ child, ...known }) => [child, known]))
}
