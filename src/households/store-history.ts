import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { FactTable } from '../platform/history.ts'
import type { Day } from '../values/london.ts'
import { type About, type RawFact, saysOf } from './history-words.ts'
import { sees } from './sees.ts'

/** One thing that was written down: what, when it held, when and by whom, and when something took its place. */
export type HistoryFact = {
  id: string
  about: About
  says: string
  /** Half-open days. Both are null for a bed that turned out never to have been there. */
  from: Day | null
  until: Day | null
  recordedAt: Date
  /** The writer's name; `operator` at the machine's own terminal or by an import; null when not the actor's to know. */
  recordedBy: string | null
  supersededAt: Date | null
}

type Row = Omit<HistoryFact, 'about' | 'says'> & { fact: RawFact; other: string | null }

const person = (id: RawBuilder<unknown>) => sql`(select p.name from person p where p.id = ${id})`
const NOBODY = sql`null::text`

/** Each kind of fact: its table, and the name of the person or home it points at. */
const facts: { about: About; table: FactTable; other: RawBuilder<unknown> }[] = [
  { about: 'details', table: 'household_detail', other: NOBODY },
  { about: 'approval', table: 'approval', other: NOBODY },
  { about: 'check', table: 'household_check', other: NOBODY },
  { about: 'closure', table: 'closure', other: NOBODY },
  { about: 'weekly_pattern', table: 'weekly_pattern', other: NOBODY },
  { about: 'carer', table: 'household_carer', other: person(sql`f.person_id`) },
  { about: 'supervisor', table: 'household_worker', other: person(sql`f.person_id`) },
]

const columns = (alive: RawBuilder<unknown>) => sql`f.id, lower(f.during) as from, upper(f.during) as until,
  f.recorded_at as "recordedAt", ${alive} as "supersededAt",
  case when f.recorded_by is null then 'operator' else ${person(sql`f.recorded_by`)} end as "recordedBy"`

/** All that was ever recorded of a home and that the actor may see, last written first. */
export async function historyOf(context: Context, household: string): Promise<HistoryFact[]> {
  const found: HistoryFact[] = []
  const gather = async (about: About, query: RawBuilder<unknown>) => {
    const { rows } = await query.execute(context.db)
    for (const { fact, other, ...row } of rows as Row[]) {
      found.push({ ...row, about, says: saysOf(about, hidden(context, household, fact), other) })
    }
  }
  const superseded = sql`f.superseded_at`
  for (const { about, table, other } of facts) {
    await gather(
      about,
      sql`select ${columns(superseded)}, to_jsonb(f) as fact, ${other} as other
        from ${sql.table(table)} f where f.household_id = ${household}`,
    )
  }
  await gather(
    'bed',
    sql`select ${columns(sql`null::timestamptz`)}, to_jsonb(f) as fact, ${NOBODY} as other
      from bed f where f.household_id = ${household}`,
  )
  await gather(
    'link',
    sql`select ${columns(superseded)}, to_jsonb(f) as fact, coalesce((select d.name from household_detail d
        where d.household_id <> ${household} and d.household_id in (f.household_a, f.household_b)
          and d.superseded_at is null order by lower(d.during) desc limit 1), 'another home') as other
      from household_link f where ${household} in (f.household_a, f.household_b)`,
  )
  return found.sort(
    (a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || (b.from ?? '').localeCompare(a.from ?? ''),
  )
}

/** Why a home took nights off is for those who see its whole record. */
const hidden = (context: Context, household: string, fact: RawFact): RawFact =>
  sees(context.actor, household) === 'whole' ? fact : { ...fact, reason: null }
