import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'

/** One dated fact of a child, believed or superseded. What it says depends on its kind. */
export type HistoryRow = {
  kind: string
  says: Record<string, unknown>
  /** Half-open days in which it held. */
  from: Day | null
  until: Day | null
  writtenAt: Date
  writtenBy: string | null
  /** When it stopped being believed; null for what is believed now. */
  supersededAt: Date | null
  total: number
}

/** The name of another child, where the actor may see them. */
const nameOf = (
  child: ReturnType<typeof sql>,
) => sql`(select d.first_name || ' ' || d.last_name from child_detail d
  where d.child_id = ${child} and d.superseded_at is null order by lower(d.during) desc limit 1)`
const homeOf = (household: ReturnType<typeof sql>) => sql`(select d.name from household_detail d
  where d.household_id = ${household} and d.superseded_at is null order by lower(d.during) desc limit 1)`

/** Everything that was ever written about a child, the latest first, however it stands now. */
export async function historyOf(
  context: Context,
  child: string,
  { skip, most }: { skip: number; most: number },
): Promise<HistoryRow[]> {
  const meta = sql`f.during, f.recorded_at, f.recorded_by, f.superseded_at`
  const { rows } = await sql<HistoryRow>`
    with fact (kind, says, during, recorded_at, recorded_by, superseded_at) as (
      select 'details', jsonb_build_object('name', first_name || ' ' || last_name, 'dob', dob, 'sex', sex,
        'responsibleAuthority', responsible_authority, 'pets', pets, 'alongside', cared_for_alongside), ${meta}
        from child_detail f where f.child_id = ${child}
      union all select 'legal_status', jsonb_build_object('status', status), ${meta}
        from legal_status f where f.child_id = ${child}
      union all select 'placement', jsonb_build_object('home', ${homeOf(sql`f.household_id`)}), ${meta}
        from placement f where f.child_id = ${child}
      union all select 'worker', jsonb_build_object('name', n.name), ${meta}
        from child_worker f left join person n on n.id = f.person_id where f.child_id = ${child}
      union all select 'care_card', to_jsonb(f) - '{id,service_id,child_id,during,recorded_at,recorded_by,superseded_at}'::text[],
        ${meta} from care_card f where f.child_id = ${child}
      union all select 'photo', '{}', ${meta} from child_photo f where f.child_id = ${child}
      union all select 'consent', jsonb_build_object('item', item, 'decision', decision, 'givenBy', given_by,
        'conditions', conditions, 'withdrawn', withdrawn_at is not null, 'reason', withdrawn_reason), ${meta}
        from consent f where f.child_id = ${child}
      union all select 'sibling', jsonb_build_object('name',
        ${nameOf(sql`case when f.child_a = ${child} then f.child_b else f.child_a end`)}), ${meta}
        from sibling f where ${child} in (f.child_a, f.child_b)
      union all select 'apart', jsonb_build_object('isChild', other_child_id is not null, 'orderedBy', ordered_by,
        'name', coalesce(${nameOf(sql`case when f.child_id = ${child} then f.other_child_id else f.child_id end`)},
          n.name, other_adult)), ${meta}
        from must_not_meet f left join person n on n.id = f.other_person_id
        where f.child_id = ${child} or f.other_child_id = ${child}
      union all select 'sharing', jsonb_build_object('name', ${nameOf(sql`f.with_child_id`)}, 'authority', authority), ${meta}
        from room_sharing f where f.child_id = ${child}
      union all select 'exemption', jsonb_build_object('home', ${homeOf(sql`f.household_id`)}, 'authority', authority,
        'reference', reference), ${meta}
        from exemption f join exemption_child e on e.exemption_id = f.id where e.child_id = ${child}
    )
    select fact.kind, fact.says, lower(fact.during) as "from", upper(fact.during) as until,
      fact.recorded_at as "writtenAt", n.name as "writtenBy", fact.superseded_at as "supersededAt",
      (count(*) over ())::int as total
    from fact left join person n on n.id = fact.recorded_by
    order by fact.recorded_at desc, fact.superseded_at desc nulls first, lower(fact.during) desc, fact.kind, fact.says
    limit ${most} offset ${skip}`.execute(context.db)
  return rows
}
