import type { Cost } from '../constellations/planner/problem.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { PlanFacts, PlanSettings } from './rules/facts.ts'
import type { Ended, PlanState, Seat } from './rules/standing.ts'

export type PlanRow = {
  plan: string
  name: string
  state: PlanState
  madeAt: Date
  madeBy: string | null
  fromPlan: string | null
  /** What was changed from the plan it came from, in words. */
  change: string | null
  seed: number
  startedAt: Date | null
  stopAskedAt: Date | null
  doing: string | null
  stepsDone: number | null
  stepsAllowed: number | null
  ended: Ended | null
  endedAt: Date | null
  clashes: string[]
  /** In metres; null until a plan is found. */
  cost: Cost | null
  bound: number | null
  checkedBound: number | null
  proven: boolean
  /** It breaks a rule: moved by hand. */
  broken: boolean
  frozenAt: Date | null
  frozenBy: string | null
}

const rows = (context: Context) =>
  context.db
    .selectFrom('plan as p')
    .leftJoin('person as made', 'made.id', 'p.made_by')
    .leftJoin('person as froze', 'froze.id', 'p.frozen_by')
    .select(['p.id as plan', 'p.name', 'p.state', 'p.made_at as madeAt', 'made.name as madeBy'])
    .select(['p.from_plan_id as fromPlan', 'p.change', 'p.seed', 'p.started_at as startedAt'])
    .select(['p.stop_asked_at as stopAskedAt', 'p.doing', 'p.steps_done as stepsDone'])
    .select(['p.steps_allowed as stepsAllowed', 'p.ended', 'p.ended_at as endedAt', 'p.clashes'])
    .select(['p.journeys_cost', 'p.hubs_cost', 'p.left_out_cost', 'p.wishes_cost', 'p.mix_cost'])
    .select(['p.total_cost', 'p.bound', 'p.checked_bound as checkedBound', 'p.proven', 'p.broken'])
    .select(['p.frozen_at as frozenAt', 'froze.name as frozenBy'])
    .where('p.removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function asPlan(row: Row): PlanRow {
  const { journeys_cost, hubs_cost, left_out_cost, wishes_cost, mix_cost, total_cost, ...plan } = row
  const cost =
    total_cost === null
      ? null
      : {
          journeys: journeys_cost ?? 0,
          hubs: hubs_cost ?? 0,
          leftOut: left_out_cost ?? 0,
          wishes: wishes_cost ?? 0,
          mix: mix_cost ?? 0,
          total: total_cost,
        }
  return { ...plan, state: row.state as PlanState, ended: row.ended as Ended | null, cost }
}

/** The plans of the service, latest first. */
export async function listPlans(context: Context): Promise<PlanRow[]> {
  const found = await rows(context).orderBy('p.made_at', 'desc').orderBy('p.id').execute()
  return found.map(asPlan)
}

/** One plan that is in the list. */
export async function findPlan(context: Context, plan: string): Promise<PlanRow> {
  const row = await rows(context).where('p.id', '=', plan).executeTakeFirst()
  if (!row) throw new NotFound()
  return asPlan(row)
}

/** What a plan was made from, and what the solver left to prove its bound. */
export async function findGround(
  context: Context,
  plan: string,
): Promise<{ facts: PlanFacts; settings: PlanSettings; multipliers: number[] | null }> {
  const { facts, settings, multipliers } = await context.db
    .selectFrom('plan')
    .select(['facts', 'settings', 'multipliers'])
    .where('id', '=', plan)
    .executeTakeFirstOrThrow()
  return {
    facts: facts as unknown as PlanFacts,
    settings: settings as unknown as PlanSettings,
    multipliers,
  }
}

/** Where the plan puts each home; none until a plan is found. */
export function seatsOf(
  context: Context,
  plan: string,
): Promise<(Seat & { constellation: string | null })[]> {
  return context.db
    .selectFrom('plan_home')
    .select(['household_id as household', 'hub_household_id as hub', 'constellation_id as constellation'])
    .where('plan_id', '=', plan)
    .execute()
}

export type NewPlan = {
  name: string
  facts: PlanFacts
  settings: PlanSettings
  from?: { plan: string; change: string } | undefined
}

/** Keeps a plan that waits to be run. */
export async function addPlan(context: Context, plan: NewPlan): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('plan')
    .values({
      id,
      service_id: context.actor.service.id,
      name: plan.name,
      made_at: context.now,
      made_by: context.actor.person,
      from_plan_id: plan.from?.plan ?? null,
      change: plan.from?.change ?? null,
      facts: JSON.stringify(plan.facts),
      settings: JSON.stringify(plan.settings),
      seed: plan.settings.seed,
    })
    .execute()
  return id
}

export async function setName(context: Context, plan: string, name: string): Promise<void> {
  await context.db.updateTable('plan').set({ name }).where('id', '=', plan).execute()
}

/** Takes a plan out of the list; the record stays. */
export async function setRemoved(context: Context, plan: string): Promise<void> {
  await context.db
    .updateTable('plan')
    .set({ removed_at: context.now, removed_by: context.actor.person })
    .where('id', '=', plan)
    .execute()
}

export async function setFrozen(
  context: Context,
  plan: string,
  became: readonly { hub: string; constellation: string }[],
): Promise<void> {
  for (const { hub, constellation } of became) {
    await context.db
      .updateTable('plan_home')
      .set({ constellation_id: constellation })
      .where('plan_id', '=', plan)
      .where('hub_household_id', '=', hub)
      .execute()
  }
  await context.db
    .updateTable('plan')
    .set({ state: 'frozen', frozen_at: context.now, frozen_by: context.actor.person })
    .where('id', '=', plan)
    .execute()
}
