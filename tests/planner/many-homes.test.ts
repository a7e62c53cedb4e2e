import { expect, test } from 'vitest'
import { chanceOf } from '../../src/constellations/planner/chance.ts'
import { checkAnswer } from '../../src/constellations/planner/check.ts'
import { coreOf } from '../../src/constellations/planner/core.ts'
import type { Problem } from '../../src/constellations/planner/problem.ts'
import { solve } from '../../src/constellations/planner/solve.ts'
import { instanceOf } from '../../src/plans/instance.ts'

/* Above some hundred homes not every way is listed. What is said must hold for all of them all the same. */

/** Homes in clumps, half of which may be a hub: where a hub has to fill up from far away. */
function clumped(homes: number, hubs: number, seed: number): Problem {
  const chance = chanceOf(seed)
  const clumps = Array.from({ length: 12 }, () => ({ x: chance() * 200, y: chance() * 200 }))
  const at = Array.from({ length: homes }, () => {
    const clump = clumps[Math.floor(chance() ** 2 * clumps.length)] as { x: number; y: number }
    return { x: clump.x + chance() * 6, y: clump.y + chance() * 6 }
  })
  return instanceOf({
    name: 'clumped',
    scale: 1000,
    homes: at.map((_, n) => ({
      id: `H${n + 1}`,
      load: 1,
      children: 0,
      hub: n % 3 === 0 ? null : { least: 7, most: 11 },
      leaveOut: null,
    })),
    at,
    round: 'nearest',
    hubs,
  })
}

test.each([1, 2])(
  'nine hundred homes in clumps: the plan and its bounds are accepted',
  async (seed) => {
    const problem = clumped(900, 96, seed)
    expect(coreOf(problem).sparse).toBe(true)
    const answer = await solve(problem, { seed: 1, work: 0.004, stop: () => null, tell: () => undefined })
    if ('clashes' in answer) throw new Error(answer.clashes.join(' '))
    expect(checkAnswer(problem, answer)).toEqual([])
  },
  60_000,
)
