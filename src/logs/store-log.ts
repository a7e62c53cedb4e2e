import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Day } from '../values/london.ts'
import type { Felt, IncidentKind, Outcome, Sleep, Whose } from './words.ts'

type Written = {
  id: string
  child: string
  name: string | null
  writtenAt: Date
  /** Null for somebody the reader does not know. */
  writtenBy: string | null
}

export type NightEntry = Written & { night: Day; sleep: Sleep | null; says: string }
export type DoseEntry = Written & {
  at: Date
  medicine: string
  dose: string | null
  outcome: Outcome
  byWhom: string
  note: string | null
}
export type IncidentEntry = Written & {
  at: Date
  kind: IncidentKind
  says: string
  done: string | null
  /** When it is to be notified by, where it is to be notified. */
  notifyBy: Date | null
}
export type WordEntry = Written & { whose: Whose; felt: Felt | null; says: string | null }

/** Whose entry it is and who wrote it; the reader sees entries of the children they may see, and no others. */
const written = (context: Context, table: string) => sql`
  e.id, e.child_id as child, d.first_name as name, e.written_at as "writtenAt", p.name as "writtenBy"
  from ${sql.table(table)} e left join person p on p.id = e.written_by
  left join child_detail d on d.child_id = e.child_id and d.superseded_at is null and d.during @> ${context.today}::date`

export async function nightsWritten(context: Context, stay: string): Promise<NightEntry[]> {
  const { rows } = await sql<NightEntry>`
    select e.night, e.sleep, e.says, ${written(context, 'night_log')} where e.stay_id = ${stay}`.execute(
    context.db,
  )
  return rows
}

export async function dosesWritten(context: Context, stay: string): Promise<DoseEntry[]> {
  const { rows } = await sql<DoseEntry>`
    select e.at, e.medicine, e.dose, e.outcome, e.by_whom as "byWhom", e.note, ${written(context, 'medication_log')}
    where e.stay_id = ${stay}`.execute(context.db)
  return rows
}

export async function incidentsWritten(context: Context, stay: string): Promise<IncidentEntry[]> {
  const { rows } = await sql<IncidentEntry>`
    select e.happened_at as at, e.kind, e.says, e.done, e.notify_by as "notifyBy", ${written(context, 'incident')}
    where e.stay_id = ${stay}`.execute(context.db)
  return rows
}

export async function wordsWritten(context: Context, stay: string): Promise<WordEntry[]> {
  const { rows } = await sql<WordEntry>`
    select e.whose, e.felt, e.says, ${written(context, 'stay_word')} where e.stay_id = ${stay}`.execute(
    context.db,
  )
  return rows
}

/** The stay with the one it goes on from, as far as the actor sees it; null where they do not see the stay. */
export async function seenStay(context: Context, stay: string): Promise<{ before: string | null } | null> {
  const { rows } = await sql<{ before: string | null }>`
    select b.id as before from stay y left join stay b on b.id = y.follows_id where y.id = ${stay}`.execute(
    context.db,
  )
  return rows[0] ?? null
}
