import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { Day } from '../values/london.ts'
import type { Times } from './rules.ts'
import type { Felt, IncidentKind, Outcome, Sleep, Whose } from './words.ts'

/** When the children of a stay came and went. */
export async function timesOf(context: Context, stay: string): Promise<Times | null> {
  const { rows } = await sql<Times>`
    select arrived_at as "arrivedAt", coalesce(returned_at, ended_at) as "leftAt", upper(during) as "to"
    from stay where id = ${stay}`.execute(context.db)
  return rows[0] ?? null
}

/** Whether the actor may see a child. */
export async function seesChild(context: Context, child: string): Promise<boolean> {
  const { rows } = await sql`select from child where id = ${child}`.execute(context.db)
  return rows.length > 0
}

export type OnCard = { child: string; name: string; dose: string }

/**
 * The medicines on these children's cards on any of the days. Widened: the answer to whether a medicine is another
 * child's must not depend on whose card the writer may read.
 */
export async function medicinesOf(
  context: Context,
  children: readonly string[],
  days: readonly Day[],
): Promise<OnCard[]> {
  const { rows } = await widened(context, () =>
    sql<OnCard>`
      select distinct c.child_id as child, m->>'name' as name, m->>'dose' as dose
      from care_card c, jsonb_array_elements(c.medication) m
      where c.child_id = any (${children}::uuid[]) and c.superseded_at is null
        and exists (select from unnest(${days}::date[]) day where c.during @> day) order by 1, 2, 3`.execute(
      context.db,
    ),
  )
  return rows
}

/** The doses of a child written as given, in any stay, from half an hour before a moment to half an hour after. */
export async function dosesNear(
  context: Context,
  child: string,
  at: Date,
): Promise<{ id: string; medicine: string; at: Date }[]> {
  const { rows } = await widened(context, () =>
    sql<{ id: string; medicine: string; at: Date }>`
      select id, medicine, at from medication_log where child_id = ${child} and outcome = 'given'
        and at between ${at}::timestamptz - interval '30 minutes' and ${at}::timestamptz + interval '30 minutes' order by at`.execute(
      context.db,
    ),
  )
  return rows
}

type About = { stay: string; child: string }
type Added = { id: string; added: boolean }

export const addNight = (context: Context, about: About, night: { night: Day; sleep: Sleep; says: string }) =>
  addOnce(context, 'night_log', about, night)

export const addDose = (
  context: Context,
  about: About,
  {
    byWhom,
    ...dose
  }: {
    medicine: string
    dose: string | null
    at: Date
    outcome: Outcome
    byWhom: string
    note: string | null
  },
) => addOnce(context, 'medication_log', about, { ...dose, by_whom: byWhom })

export const addIncident = (
  context: Context,
  about: About,
  {
    happenedAt,
    notifyBy,
    ...incident
  }: {
    happenedAt: Date
    kind: IncidentKind
    says: string
    done: string | null
    notifyBy: Date | null
  },
) => addOnce(context, 'incident', about, { ...incident, happened_at: happenedAt, notify_by: notifyBy })

export const addWord = (
  context: Context,
  about: About,
  word: { whose: Whose; felt: Felt | null; says: string | null },
) => addOnce(context, 'stay_word', about, word)

/** Adds an entry; the one that is there where the same person has sent the very same before. */
async function addOnce(
  context: Context,
  table: 'night_log' | 'medication_log' | 'incident' | 'stay_word',
  { stay, child }: About,
  entry: Record<string, string | Date | null>,
): Promise<Added> {
  const row = { ...entry, stay_id: stay, child_id: child, written_by: context.actor.person }
  const same = Object.entries(row).map(
    ([column, value]) => sql`${sql.ref(column)} is not distinct from ${value}`,
  )
  const { rows } = await widened(context, () =>
    sql<{ id: string }>`select id from ${sql.table(table)} where ${sql.join(same, sql` and `)}`.execute(
      context.db,
    ),
  )
  if (rows[0]) return { id: rows[0].id, added: false }
  const id = newId()
  const added = { ...row, id, service_id: context.actor.service.id, written_at: context.now }
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(added).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(added))})`.execute(context.db)
  return { id, added: true }
}
