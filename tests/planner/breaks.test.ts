import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breaksOf } from '../../src/constellations/planner/breaks.ts'
import { checkAnswer } from '../../src/constellations/planner/check.ts'
import { clashesOf } from '../../src/constellations/planner/clashes.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import type { Plan, Problem } from '../../src/constellations/planner/problem.ts'
import { bestByForce } from './brute-force.ts'
import { problems } from './random.ts'

/* The rules of plans and problems held against those who know them from elsewhere: the checker, and every plan there is. */

/** Each home with the hub that was drawn for it, where that is one; the rest left out. */
function planOf({ homes }: Problem, drawn: readonly number[]): Plan {
  const with_ = homes.map((_, home) => (drawn[home] as number) % (homes.length + 1))
  const isHub = (home: number) => with_[home] === home
  return {
    constellations: [...homes.keys()].filter(isHub).map((hub) => ({
      hub,
      satellites: [...homes.keys()].filter((home) => home !== hub && with_[home] === hub),
    })),
    leftOut: [...homes.keys()].filter((home) => !isHub(with_[home] as number)),
  }
}

const drawn = fc.array(fc.nat(60), { minLength: 6, maxLength: 6 })

test('a plan breaks a rule where the checker says that something is wrong', () => {
  let [kept, broken] = [0, 0]
  fc.assert(
    fc.property(problems(6), drawn, (problem, hubs) => {
      const plan = bestByForce(problem)?.plan
      for (const one of [planOf(problem, hubs), ...(plan ? [plan] : [])]) {
        const cost = costOf(problem, one)
        const certificate = { multipliers: problem.homes.map(() => 0), bound: Number.NEGATIVE_INFINITY }
        const answer = {
          plan: one,
          cost,
          certificate,
          bound: cost.total,
          proven: true,
          ended: 'proven' as const,
        }
        const says = checkAnswer(problem, answer)
        const breaks = breaksOf(problem, one)
        expect([breaks.length === 0, says]).toEqual([says.length === 0, says])
        if (breaks.length === 0) kept++
        else broken++
      }
    }),
    { numRuns: 500 },
  )
  expect(Math.min(kept, broken)).toBeGreaterThan(50)
})

test('where facts clash there is no plan', () => {
  let [said, unsaid] = [0, 0]
  fc.assert(
    fc.property(problems(7), (problem) => {
      const clashes = clashesOf(problem)
      const none = bestByForce(problem) === null
      if (clashes.length > 0) expect([none, clashes]).toEqual([true, clashes])
      if (none && clashes.length > 0) said++
      else if (none) unsaid++
    }),
    { numRuns: 1500 },
  )
  // Most of what cannot be is said; the rest only a search can tell.
  expect(said).toBeGreaterThan(unsaid)
})
