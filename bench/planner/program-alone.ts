import loadHighs, { type Highs, type ModelData } from 'highs'
import { type Core, coreOf } from '../../src/constellations/planner/core.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import { type Program, programOf } from '../../src/constellations/planner/mip.ts'
import type { Answer, Problem } from '../../src/constellations/planner/problem.ts'
import { planOf } from '../../src/constellations/planner/run.ts'
import { briefly } from '../../src/plans/run-planner.ts'
import type { Solver } from './job.ts'

/*
 * The whole compact program, nothing settled, given to HiGHS at once. Where the core lists each home's nearest hubs
 * alone, so does the program: that is in its favour.
 */

export const programAlone: Solver = async (grounds, { seed, seconds }) => {
  const until = performance.now() + seconds * 1000
  const solved = []
  for (const { problem } of grounds)
    solved.push({ problem, answer: await solveWhole(problem, seed, until), bounds: true })
  return solved
}

async function solveWhole(problem: Problem, seed: number, until: number): Promise<Answer> {
  const core = coreOf(problem)
  const program = programOf(core, {
    off: new Uint8Array(core.item.length),
    hubs: Int8Array.from(core.settled),
    arc: new Int32Array(core.items).fill(-1),
  })
  const highs = await loadHighs()
  try {
    return await highs.withModel(asData(program, highs), (model) => {
      model.options.set({
        output_flag: false,
        random_seed: seed,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
        time_limit: Math.max(1, (until - performance.now()) / 1000),
      })
      model.run()
      const plan = planOf(core, chosen(core, program, model.getSolution().colValue))
      const cost = costOf(problem, plan)
      const proven = model.getModelStatus() === highs.constants.modelStatus.optimal
      const told = Number(model.info.get('mip_dual_bound'))
      const bound = proven ? cost.total : Math.min(cost.total - 1, Math.max(0, Math.ceil(told - 1e-6 * told)))
      const certificate = { multipliers: problem.homes.map(() => 0), bound: 0 }
      const ended: Answer['ended'] = proven ? 'proven' : 'clock'
      return { plan, cost, certificate, bound, proven, ended }
    })
  } catch (thrown) {
    throw new Error(`HiGHS alone: ${briefly(thrown instanceof Error ? thrown.message : String(thrown))}.`)
  }
}

/** The hubs and homes whose columns are 1. Throws where HiGHS has no plan. */
function chosen(core: Core, { columnOf }: Program, values: ArrayLike<number>) {
  const hubs: number[] = []
  const at = new Int32Array(core.items).fill(-1)
  for (let hub = 0; hub < core.hubs; hub++) {
    const taken: number[] = []
    for (let arc = core.start[hub] as number; arc < (core.start[hub + 1] as number); arc++)
      if ((values[columnOf[arc] as number] ?? 0) > 0.5) taken.push(core.item[arc] as number)
    for (const item of taken) at[item] = hubs.length
    if (taken.length > 0) hubs.push(hub)
  }
  if (at.includes(-1)) throw new Error('it found no plan')
  return { hubs: Int32Array.from(hubs), at }
}

/** The program as HiGHS takes it, its rows one after another. */
function asData({ cost, upper, whole, rows }: Program, { infinity, constants }: Highs): ModelData {
  const entries = rows.flatMap(({ of }) => of)
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ of }, at) => {
    starts[at + 1] = (starts[at] as number) + of.length
  })
  const limit = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity)
  const { integer, continuous } = constants.variableType
  return {
    numCols: cost.length,
    numRows: rows.length,
    offset: 0,
    colCost: cost,
    colLower: new Float64Array(cost.length),
    colUpper: upper,
    rowLower: rows.map(({ least }) => limit(least)),
    rowUpper: rows.map(({ most }) => limit(most)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, value]) => value),
    },
    integrality: whole.map((one) => (one ? integer : continuous)),
  }
}
