import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { type Asked, ask } from '../platform/database-statements.ts'
import type { Span } from '../values/london.ts'
import type { ChildFacts } from './facts.ts'
import { asSpans, factDays, known, type RawSpan } from './store-read.ts'
import type { Kind } from './words.ts'

type Row = Omit<ChildFacts, 'otherStays' | 'holidayStays'> & {
  otherStays: RawSpan[]
  holidayStays: RawSpan[]
}

/**
 * What the rules ask about children, for stays within `window`, in one query and in the order given. `home` is
 * where they live on its first day; `kind` says which consent is asked about. Stays in `without` are left out: a stay
 * is not in its own way.
 */
export async function gatherChildren(...about: Parameters<typeof askChildren>): Promise<ChildFacts[]> {
  return (await askChildren(...about)).answer()
}

/** The same, on its way with other questions. */
export function askChildren(
  context: Context,
  children: readonly string[],
  window: Span,
  without: string | null = null,
  kind: Kind = 'planned',
): Promise<Asked<ChildFacts[]>> {
  const item = kind === 'day_care' ? 'day_care' : 'overnight_stay'
  const from = sql`(${window.from}::timestamptz at time zone 'Europe/London')::date`
  const question = sql<Row>`
    select c.id, d.first_name as name, d.dob, d.sex, d.responsible_authority as "responsibleAuthority", d.pets,
      d.cared_for_alongside as "caredForAlongside", home.household_id as home,
      coalesce(card.allergies, '[]') as allergies, coalesce(jsonb_array_length(card.medication), 0) > 0 as "takesMedicine",
      (select coalesce(json_agg(json_build_object('status', l.status, 'during', ${factDays('l')})), '[]')
        from legal_status l where l.child_id = c.id and ${known('l')}) as statuses,
      (select coalesce(json_agg(case when s.child_a = c.id then s.child_b else s.child_a end), '[]')
        from sibling s where (s.child_a = c.id or s.child_b = c.id) and ${known('s')} and s.during @> ${from}) as siblings,
      (select coalesce(json_agg(json_build_object('id', m.id, 'child', case when m.child_id = c.id then m.other_child_id else m.child_id end,
          'person', m.other_person_id, 'adult', m.other_adult, 'orderedBy', m.ordered_by, 'during', ${factDays('m')})), '[]')
        from must_not_meet m where (m.child_id = c.id or m.other_child_id = c.id) and ${known('m')}) as apart,
      (select coalesce(json_agg(json_build_object('decision', k.decision, 'basis', k.basis, 'conditions', k.conditions, 'during', ${factDays('k')})), '[]')
        from consent k where k.child_id = c.id and k.item = ${item} and ${known('k')}) as consents,
      (select max(upper(k.during)) from consent k where k.child_id = c.id and k.item = ${item}
        and ${known('k')} and k.withdrawn_at is not null) as "withdrawnFrom",
      (select coalesce(json_agg(json_build_object('with', r.with_child_id, 'during', ${factDays('r')})), '[]')
        from room_sharing r where r.child_id = c.id and ${known('r')}) as sharing,
      (select coalesce(json_agg(json_build_object('from', lower(o.during), 'to', upper(o.during))), '[]')
        from stay_child o where o.child_id = c.id and o.holds and o.stay_id is distinct from ${without}
          and o.ends > ${window.from} and o.during && tstzrange(${window.from}, ${window.to})) as "otherStays",
      (select coalesce(json_agg(json_build_object('from', lower(y.during), 'to', upper(y.during))), '[]')
        from stay_child o join stay y on y.id = o.stay_id
        where o.child_id = c.id and y.why = 'carer_holiday' and y.follows_id is null
          and y.status in ('requested', 'accepted', 'arrived', 'continued', 'converted', 'returned')
          and y.id is distinct from ${without} and lower(y.during) > ${window.from}::timestamptz - interval '13 months') as "holidayStays"
    from unnest(${children}::uuid[]) with ordinality asked (id, place)
    join child c on c.id = asked.id
    join child_detail d on d.child_id = c.id and ${known('d')} and d.during @> ${from}
    left join placement home on home.child_id = c.id and ${known('home')} and home.during @> ${from}
    left join care_card card on card.child_id = c.id and ${known('card')} and card.during @> ${from}
    -- Said of both: else the planner may go through every child of the service.
    where c.id = any (${children}::uuid[])
    order by asked.place`
  return ask(context.db, question, (rows) =>
    rows.map((row) => ({
      ...row,
      otherStays: asSpans(row.otherStays),
      holidayStays: asSpans(row.holidayStays),
    })),
  )
}

/** Brothers and sisters of these children who live in the same home on the first day and are not among them. */
export async function siblingsLeftAt(
  context: Context,
  home: string,
  children: readonly string[],
  window: Span,
): Promise<string[]> {
  return (await askSiblingsLeftAt(context, home, children, window)).answer()
}

/** The same, on its way with other questions. */
export function askSiblingsLeftAt(
  context: Context,
  home: string,
  children: readonly string[],
  window: Span,
): Promise<Asked<string[]>> {
  const from = sql`(${window.from}::timestamptz at time zone 'Europe/London')::date`
  const question = sql<{ child_id: string }>`
    select p.child_id from placement p where p.household_id = ${home} and p.child_id <> all (${children}::uuid[])
      and ${known('p')} and (p.during @> ${from}) is true
      and exists (select from sibling s where ${known('s')} and s.during @> ${from}
        and ((s.child_a = p.child_id and s.child_b = any (${children}::uuid[]))
          or (s.child_b = p.child_id and s.child_a = any (${children}::uuid[]))))
    order by p.child_id`
  return ask(context.db, question, (rows) => rows.map(({ child_id }) => child_id))
}
