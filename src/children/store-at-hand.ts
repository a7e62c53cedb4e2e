import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { rowsOf } from '../platform/database-statements.ts'
import { current } from '../platform/history.ts'
import type { Day } from '../values/london.ts'
import type { Card } from './store-card.ts'
import type { ConsentRow } from './store-consent.ts'
import type { ApartRow } from './store-ties.ts'

/** What an emergency needs to know of a child at once. */
export type AtHandRow = {
  child: string
  firstName: string
  lastName: string
  dob: Day
  status: string | null
  workerName: string | null
  /** Where they live today; null for nowhere here. */
  household: string | null
  card: Omit<Card, 'knownAs' | 'routines' | 'food' | 'hairAndSkin' | 'contacts'> | null
  apart: ApartRow[]
  /** Every answer about overnight stays, as `consentOn` takes them. */
  nights: (Omit<ConsentRow, 'withdrawnAt'> & { withdrawnAt: string | null })[]
}

/** These children as they are today, in the order given and in one query; those the actor may not see are left out. */
export function childrenAtHand(context: Context, children: readonly string[]): Promise<AtHandRow[]> {
  const { today } = context
  const on = (alias: string) => current(alias, today)
  return rowsOf(
    context.db,
    sql<AtHandRow>`
    select c.id as child, d.first_name as "firstName", d.last_name as "lastName", d.dob, p.household_id as household, l.status,
      (select n.name from child_worker w join person n on n.id = w.person_id where w.child_id = c.id and ${on('w')}) as "workerName",
      (select json_build_object('allergies', k.allergies, 'medication', k.medication, 'triggers', k.triggers, 'whatHelps', k.what_helps,
          'missingHistory', k.missing_history, 'culture', k.culture, 'faith', k.faith, 'language', k.language)
        from care_card k where k.child_id = c.id and ${on('k')}) as card,
      (select coalesce(json_agg(json_build_object('apart', m.id, 'child', o.id, 'person', m.other_person_id, 'isChild', m.other_child_id is not null,
          'name', coalesce(e.first_name || ' ' || e.last_name, n.name, m.other_adult), 'orderedBy', m.ordered_by, 'reason', m.reason,
          'from', lower(m.during), 'until', upper(m.during))
          order by array_position(array['court', 'safeguarding', 'advisory'], m.ordered_by), m.id), '[]')
        from must_not_meet m
        left join child o on m.other_child_id is not null and o.id = case when m.child_id = c.id then m.other_child_id else m.child_id end
        left join child_detail e on e.child_id = o.id and ${on('e')}
        left join person n on n.id = m.other_person_id
        where (m.child_id = c.id or m.other_child_id = c.id) and ${on('m')}) as apart,
      (select coalesce(json_agg(json_build_object('child', c.id, 'item', y.item, 'decision', y.decision, 'basis', y.basis, 'givenBy', y.given_by,
          'whoMayAgree', y.who_may_agree, 'tell', y.tell, 'conditions', y.conditions, 'reviewOn', y.review_on, 'from', lower(y.during),
          'until', upper(y.during), 'withdrawn', y.withdrawn_at is not null, 'withdrawnAt', y.withdrawn_at, 'withdrawnReason', y.withdrawn_reason,
          'superseded', y.superseded_at is not null) order by lower(y.during), y.id), '[]')
        from consent y where y.child_id = c.id and y.item = 'overnight_stay' and (y.superseded_at is null or y.withdrawn_at is not null)) as nights
    from unnest(${children}::uuid[]) with ordinality asked (id, place)
    join child c on c.id = asked.id
    cross join lateral (select * from child_detail d where d.child_id = c.id and d.superseded_at is null
      order by d.during @> ${today}::date desc, lower(d.during) limit 1) d
    left join legal_status l on l.child_id = c.id and ${on('l')}
    left join placement p on p.child_id = c.id and ${on('p')}
    order by asked.place`,
  )
}
