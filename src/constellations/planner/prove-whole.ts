import type { Highs, ModelData } from 'highs'
import { open, put, worth } from './layout.ts'
import { type Program, programOf } from './mip.ts'
import { below, offer, type Run, tell } from './run.ts'
import { better } from './search.ts'
import { keep, restore } from './shake.ts'
import { type ProgramBy, withProgram } from './with-highs.ts'

/** Programs larger than this are not tried: they would take longer than anybody waits. */
const LARGEST = 12_000

/** Nodes of HiGHS for each unit of work. */
const NODES = 20_000

/**
 * Solves what is left as one program with HiGHS: wishes, mixes and pairs apart are in it as they are. Settles what the
 * relaxation alone cannot see.
 */
export function proveWhole(run: Run, highs: Highs): void {
  const { core, settled, layout, chance, effort } = run
  const program = programOf(core, settled)
  if (program.cost.length > LARGEST) return
  const offset = core.wishes.reduce((sum, { price }) => sum + price, 0)
  const event = highs.constants.callbackType
  if (run.best) restore(layout, run.best)
  const by: ProgramBy = {
    seed: effort.seed,
    nodes: Math.max(1, Math.round(NODES * effort.work)),
    open: 0.5,
    start: run.best ? startOf(run, program) : null,
    callbacks: {
      [event.mipImprovingSolution]: (found) => {
        if (found.data.mip_solution) take(found.data.mip_solution)
      },
      [event.mipInterrupt]: (found) => {
        const bound = found.data.mip_dual_bound
        if (bound !== undefined && Number.isFinite(bound)) raise(bound)
        tell(run, 'Proving that nothing is better')
        run.ended ??= effort.stop()
        if (run.ended !== null) found.interrupt()
      },
    },
  }
  withProgram(highs, asData(program, offset, highs), by, (model) => {
    const status = model.getModelStatus()
    const { optimal, infeasible } = highs.constants.modelStatus
    if (status === infeasible && !core.sparse) run.bound = Infinity
    if (status === optimal) take(model.getSolution().colValue)
    if (status === optimal || status === infeasible) raise(Infinity)
    else raise(model.info.get('mip_dual_bound') as number)
  })
  function raise(bound: number): void {
    // Where ways were left away, a better plan may use them.
    if (core.sparse) return
    // A hair of what the sums of the solver may be off.
    const sure = bound === Infinity ? bound : bound - 1e-6 * Math.abs(bound)
    run.bound = Math.max(run.bound, Math.min(sure, below(run) + 1))
  }
  function take(values: ArrayLike<number>): void {
    const hubs = [...core.own.keys()].filter((hub) => {
      const at = program.columnOf[core.start[hub] as number] as number
      return at !== -1 && (values[at] as number) > 0.5
    })
    open(layout, hubs)
    program.columnOf.forEach((at, arc) => {
      if (at !== -1 && (values[at] as number) > 0.5)
        put(layout, core.item[arc] as number, layout.slotOf[core.hub[arc] as number] as number)
    })
    if (worth(layout).broken > 0) return
    offer(run, keep(layout))
    better(layout, chance)
    offer(run, keep(layout))
  }
}

/** The plan in the layout, by its arcs; HiGHS works out the rest. */
function startOf({ core, layout }: Run, program: Program): { indices: number[]; values: number[] } {
  const indices: number[] = []
  const values: number[] = []
  program.columnOf.forEach((at, arc) => {
    if (at === -1) return
    const slot = layout.slotOf[core.hub[arc] as number] as number
    indices.push(at)
    values.push(slot >= 0 && layout.at[core.item[arc] as number] === slot ? 1 : 0)
  })
  return { indices, values }
}

function asData(program: Program, offset: number, { infinity, constants }: Highs): ModelData {
  const { cost, upper, whole, rows } = program
  const starts = new Int32Array(rows.length + 1)
  const indices: number[] = []
  const values: number[] = []
  rows.forEach(({ of }, at) => {
    for (const [column, value] of of) {
      indices.push(column)
      values.push(value)
    }
    starts[at + 1] = indices.length
  })
  const limit = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity)
  const { integer, continuous } = constants.variableType
  return {
    numCols: cost.length,
    numRows: rows.length,
    offset,
    colCost: cost,
    colLower: new Float64Array(cost.length),
    colUpper: upper,
    rowLower: rows.map(({ least }) => limit(least)),
    rowUpper: rows.map(({ most }) => limit(most)),
    matrix: { format: 'csr', numRows: rows.length, numCols: cost.length, starts, indices, values },
    integrality: whole.map((one) => (one ? integer : continuous)),
  }
}
