import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { current, end, state } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'

export type Stage = 'forming' | 'active' | 'closed'

export type Constellation = {
  constellation: string
  name: string
  stage: Stage
  launchedOn: Day | null
  closedOn: Day | null
  closedReason: string | null
}

/** The stage on a day: a day set for the launch or the close counts from that day on. */
const stageOn = (day: Day) => sql<Stage>`case
  when c.closed_on <= ${day}::date then 'closed'
  when c.launched_on <= ${day}::date then 'active'
  else 'forming' end`

/** The constellations the actor may see as they stood on a day, by name. */
export function constellationsOn(context: Context, day: Day): Promise<Constellation[]> {
  return context.db
    .selectFrom('constellation as c')
    .select(['c.id as constellation', 'c.name', 'c.launched_on as launchedOn'])
    .select(['c.closed_on as closedOn', 'c.closed_reason as closedReason', stageOn(day).as('stage')])
    .orderBy('c.name')
    .execute()
}

/** One constellation, if the actor may see it; its stage as decided so far, whatever day was set for it. */
export async function findConstellation(context: Context, constellation: string): Promise<Constellation> {
  const row = await context.db
    .selectFrom('constellation as c')
    .select(['c.id as constellation', 'c.name', sql<Stage>`c.stage`.as('stage')])
    .select(['c.launched_on as launchedOn', 'c.closed_on as closedOn', 'c.closed_reason as closedReason'])
    .where('c.id', '=', constellation)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

export async function addConstellation(context: Context, name: string): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('constellation')
    .values({ id, service_id: context.actor.service.id, name, created_at: context.now })
    .execute()
  return id
}

export async function setLaunched(context: Context, constellation: string, on: Day): Promise<void> {
  await context.db
    .updateTable('constellation')
    .set({ stage: 'active', launched_on: on })
    .where('id', '=', constellation)
    .execute()
}

export async function setClosed(
  context: Context,
  constellation: string,
  on: Day,
  reason: string,
): Promise<void> {
  await context.db
    .updateTable('constellation')
    .set({ stage: 'closed', closed_on: on, closed_reason: reason })
    .where('id', '=', constellation)
    .execute()
  await end(context, 'constellation_liaison', { constellation_id: constellation }, on)
}

export type Liaison = { person: string; name: string; since: Day }

/** The liaison worker of each constellation on a day; those of one constellation when it is given. */
export async function liaisonsOn(
  context: Context,
  day: Day,
): Promise<(Liaison & { constellation: string; holds: number })[]> {
  return context.db
    .selectFrom('constellation_liaison as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .select(['l.constellation_id as constellation', 'l.person_id as person', 'p.name'])
    .select(sql<Day>`lower(l.during)`.as('since'))
    .select(sql<number>`count(*) over (partition by l.person_id)::int`.as('holds'))
    .where(current('l', day))
    .execute()
}

export async function setLiaison(
  context: Context,
  constellation: string,
  person: string,
  from: Day,
): Promise<void> {
  await state(
    context,
    'constellation_liaison',
    { constellation_id: constellation },
    { person_id: person },
    from,
  )
}

/** The name of a person who is a liaison worker of the service on a day. */
export async function findLiaisonWorker(
  context: Context,
  person: string,
  day: Day,
): Promise<{ name: string } | undefined> {
  return context.db
    .selectFrom('person as p')
    .innerJoin('person_role as r', 'r.person_id', 'p.id')
    .select('p.name')
    .where('p.id', '=', person)
    .where('r.role', '=', 'liaison_worker')
    .where(current('r', day))
    .executeTakeFirst()
}

/** Everyone of the service who is a liaison worker on a day, by name. */
export function liaisonWorkers(context: Context, day: Day): Promise<{ person: string; name: string }[]> {
  return context.db
    .selectFrom('person as p')
    .innerJoin('person_role as r', 'r.person_id', 'p.id')
    .select(['p.id as person', 'p.name'])
    .where('r.role', '=', 'liaison_worker')
    .where(current('r', day))
    .orderBy('p.name')
    .execute()
}

/** The liaison worker's person, to be told; nobody when none is named. Ids alone, whoever asks. */
export async function liaisonOf(context: Context, constellation: string): Promise<string[]> {
  const rows = await widened(context, () =>
    context.db
      .selectFrom('constellation_liaison as l')
      .select('l.person_id as person')
      .where('l.constellation_id', '=', constellation)
      .where(current('l', context.today))
      .execute(),
  )
  return rows.map((row) => row.person)
}

/** The carers of homes, to be told. Ids alone, whoever asks. */
export async function carersOf(context: Context, households: readonly string[]): Promise<string[]> {
  if (households.length === 0) return []
  const rows = await widened(context, () =>
    context.db
      .selectFrom('household_carer as c')
      .select('c.person_id as person')
      .where('c.household_id', 'in', households)
      .where(current('c', context.today))
      .execute(),
  )
  return rows.map((row) => row.person)
}

export type Variance = { rule: string; says: string; reason: string; pack: string; recordedAt: Date }

/** Where a programme lead said yes to a departure from the model, latest first. */
export function variancesOf(context: Context, constellation: string): Promise<Variance[]> {
  return context.db
    .selectFrom('fidelity_variance')
    .select(['rule', 'says', 'reason', 'pack_version as pack', 'recorded_at as recordedAt'])
    .where('constellation_id', '=', constellation)
    .orderBy('recorded_at', 'desc')
    .execute()
}

export async function addVariance(
  context: Context,
  variance: {
    constellation: string
    rule: string
    says: string
    reason: string
    pack: string
    satellites: number
  },
): Promise<void> {
  await context.db
    .insertInto('fidelity_variance')
    .values({
      id: newId(),
      service_id: context.actor.service.id,
      constellation_id: variance.constellation,
      rule: variance.rule,
      says: variance.says,
      reason: variance.reason,
      pack_version: variance.pack,
      satellites: variance.satellites,
      recorded_at: context.now,
      recorded_by: context.actor.person,
    })
    .execute()
}
