import loadHighs from 'highs'
import { chanceOf } from './chance.ts'
import { clashesOf } from './clashes.ts'
import { type Core, coreOf } from './core.ts'
import { costOf } from './cost.ts'
import { explore } from './explore.ts'
import { layoutOf } from './layout.ts'
import { emptyPool } from './pool.ts'
import type { Answer, Effort, Impossible, Problem } from './problem.ts'
import { prove } from './prove.ts'
import { proveWhole } from './prove-whole.ts'
import { recombineAll } from './recombine-all.ts'
import { relaxation } from './relax.ts'
import { boundAtRoot } from './root.ts'
import { isOver, isProven, planOf, type Run } from './run.ts'
import { waysOf } from './ways.ts'
import { windows } from './windows.ts'

/** The work of effort 1: about a minute of one core, and more for each home above a few hundred. */
const WORK = { least: 1e10, home: 2e7 }

/** A gap of this share of the cost is one for the proof to close. */
const ENOUGH = 0.002
const ROUNDS = 4
const FEW = 12
/** Up to so many homes a short proof is tried before more plans are. */
const SOON = { items: 450, nodes: 400 }

/**
 * Forms constellations: the best plan found and how good it is proven to be.
 *
 * The same problem, seed and work give the same answer on every machine. Ends before its work is done when nothing
 * better is left, or when `stop` says so; then the best plan so far is given, and why it ended.
 */
export async function solve(problem: Problem, effort: Effort): Promise<Answer | Impossible> {
  const clashes = clashesOf(problem)
  if (clashes.length > 0) return { clashes }
  const core = coreOf(problem)
  const run: Run = {
    core,
    effort,
    chance: chanceOf(effort.seed),
    layout: layoutOf(core, waysOf(core)),
    settled: {
      off: new Uint8Array(core.item.length),
      hubs: Int8Array.from(core.settled),
      arc: new Int32Array(core.items).fill(-1),
    },
    pool: emptyPool(),
    best: null,
    certified: Number.NEGATIVE_INFINITY,
    multipliers: new Float64Array(core.items),
    bound: Number.NEGATIVE_INFINITY,
    allowed: effort.work * (WORK.least + WORK.home * core.items),
    ended: null,
  }
  boundAtRoot(run)
  const highs = await loadHighs()
  const over = () => isOver(run) || isProven(run)
  // Wishes and mixes are outside the relaxation: only the whole program weighs them.
  if (core.wishes.length > 0 || core.mixes.length > 0) proveWhole(run, highs)
  // A few constellations are branched on at once: neighbourhoods would be all there is.
  const few = core.kMost <= FEW
  for (let round = 0; round < (few ? 0 : ROUNDS) && !over(); round++) {
    const before = run.best?.cost ?? Infinity
    if (round > 0) explore(run)
    windows(run, round)
    recombineAll(run, highs)
    if (round === 0 && core.items <= SOON.items && !over()) {
      prove(run, highs, SOON.nodes)
      if (!over() && core.plain && core.even) proveWhole(run, highs)
    }
    // Once a round finds nothing and little is left, proving is the better use of the work.
    if (run.best && run.best.cost === before && run.best.cost - run.bound < ENOUGH * run.best.cost) break
    if (!over()) boundAtRoot(run)
  }
  if (few && !over()) windows(run, 0)
  if (!over()) prove(run, highs, Infinity)
  return answerOf(run)
}

const PARTS = 1024

const NONE = 'No plan keeps every rule together, though no two rules clash by themselves.'
const NOT_FOUND =
  'No plan was found before the run ended, and it is not proven that there is none: let it work longer.'

function answerOf(run: Run): Answer | Impossible {
  const { core } = run
  if (!run.best) return { clashes: [run.bound === Infinity ? NONE : NOT_FOUND] }
  const plan = planOf(core, run.best)
  const cost = costOf(core.problem, plan)
  const proven = isProven(run)
  const bound = proven ? cost.total : Math.min(Math.ceil(run.bound - 1e-6), cost.total)
  // To a part of a unit that sums of whole numbers keep: whoever adds them up again gets the same to the last figure.
  const rounded = run.multipliers.map((one) => Math.round(one * PARTS) / PARTS)
  const multipliers = new Array<number>(core.problem.homes.length).fill(0)
  core.members.forEach((homes, item) => {
    multipliers[homes[0] as number] = rounded[item] as number
  })
  return {
    plan,
    cost,
    certificate: { multipliers, bound: Math.min(Math.ceil(certified(core, rounded) - 1e-6), bound) },
    bound,
    proven,
    ended: proven ? 'proven' : (run.ended ?? 'work'),
  }
}

/** What the multipliers prove by themselves: nothing settled but what a person did. */
function certified(core: Core, multipliers: Float64Array): number {
  const settled = {
    off: new Uint8Array(core.item.length),
    hubs: Int8Array.from(core.settled),
    arc: new Int32Array(core.items).fill(-1),
  }
  return relaxation(core)(multipliers, settled).bound
}
