import { sql } from 'kysely'
import type { Cost } from '../constellations/planner/problem.ts'
import type { Context } from '../platform/context.ts'
import type { Ended, PlanState, Seat } from './rules/standing.ts'

/** How a run stands, as it is told. */
export type Told = {
  doing: string
  stepsDone: number
  stepsAllowed: number
  bound: number
  best: Best | null
}

/** A plan with what it costs. */
export type Best = { seats: readonly Seat[]; cost: Cost }

/** The plan begins to run. False where it was not waiting any more. */
export async function setRunning(context: Context, plan: string): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('plan')
    .set({ state: 'running', started_at: context.now, heard_at: context.now })
    .where('id', '=', plan)
    .where('state', '=', 'waiting')
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function setTold(context: Context, plan: string, told: Told): Promise<void> {
  await context.db
    .updateTable('plan')
    .set({
      heard_at: context.now,
      doing: told.doing,
      steps_done: told.stepsDone,
      steps_allowed: told.stepsAllowed,
      bound: told.bound,
      ...(told.best ? costColumns(told.best.cost) : {}),
    })
    .where('id', '=', plan)
    .execute()
  if (told.best) await setSeats(context, plan, told.best.seats)
}

export async function askToStop(context: Context, plan: string): Promise<void> {
  await context.db.updateTable('plan').set({ stop_asked_at: context.now }).where('id', '=', plan).execute()
}

type End = {
  state: PlanState
  ended: Ended
  best?: Best | null
  bound?: number | null
  checkedBound?: number | null
  multipliers?: readonly number[] | null
  proven?: boolean
  /** The plan that is given breaks a rule. */
  broken?: boolean
  clashes?: readonly string[]
}

/** The run is over. What is not given stays as it was told last. */
export async function setEnded(context: Context, plan: string, end: End): Promise<void> {
  await context.db
    .updateTable('plan')
    .set({
      state: end.state,
      ended: end.ended,
      ended_at: context.now,
      heard_at: context.now,
      doing: null,
      ...(end.best ? costColumns(end.best.cost) : {}),
      ...(end.bound === undefined ? {} : { bound: end.bound }),
      ...(end.checkedBound === undefined ? {} : { checked_bound: end.checkedBound }),
      ...(end.multipliers ? { multipliers: [...end.multipliers] } : {}),
      ...(end.proven === undefined ? {} : { proven: end.proven }),
      ...(end.broken === undefined ? {} : { broken: end.broken }),
      ...(end.clashes ? { clashes: [...end.clashes] } : {}),
    })
    .where('id', '=', plan)
    .execute()
  if (end.best) await setSeats(context, plan, end.best.seats)
}

const costColumns = (cost: Cost) => ({
  journeys_cost: cost.journeys,
  hubs_cost: cost.hubs,
  left_out_cost: cost.leftOut,
  wishes_cost: cost.wishes,
  mix_cost: cost.mix,
  total_cost: cost.total,
})

/** Every home of the plan has one seat; a better plan moves it. */
async function setSeats(context: Context, plan: string, seats: readonly Seat[]): Promise<void> {
  await sql`insert into plan_home (service_id, plan_id, household_id, hub_household_id)
    select ${context.actor.service.id}::uuid, ${plan}::uuid, household, hub
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as seat (household uuid, hub uuid)
    on conflict (plan_id, household_id) do update set hub_household_id = excluded.hub_household_id
      where plan_home.hub_household_id is distinct from excluded.hub_household_id`.execute(context.db)
}

export type ToRun = { plan: string; state: 'waiting' | 'running'; heardAt: Date | null; stop: boolean }

/** Plans that wait or run, in their turn. */
export async function plansToRun(context: Context): Promise<ToRun[]> {
  const found = await context.db
    .selectFrom('plan')
    .select(['id as plan', 'state', 'heard_at as heardAt', 'stop_asked_at as stopAskedAt'])
    .where('state', 'in', ['waiting', 'running'])
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return found.map(({ stopAskedAt, state, ...row }) => ({
    ...row,
    state: state as ToRun['state'],
    stop: stopAskedAt !== null,
  }))
}
