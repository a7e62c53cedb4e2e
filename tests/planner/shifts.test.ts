import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breaksOf } from '../../src/constellations/planner/breaks.ts'
import { costOf } from '../../src/constellations/planner/cost.ts'
import type { Plan } from '../../src/constellations/planner/problem.ts'
import { type Shift, shiftsOf } from '../../src/constellations/planner/shifts.ts'
import { problems } from './random.ts'

/* What a shift costs and breaks, told from its own homes alone, held against the whole plan counted anew. */

const HOMES = 8

/** A plan of the homes by what somebody drew, good or not: the first hubs, and everybody somewhere or left out. */
function planBy(drawn: readonly number[], hubs: readonly number[]): Plan {
  const seats = drawn.map((seat) => (seat % (hubs.length + 1)) - 1)
  const satellitesOf = (at: number) =>
    [...seats.keys()].filter((home) => seats[home] === at && !hubs.includes(home))
  return {
    constellations: hubs.map((hub, at) => ({ hub, satellites: satellitesOf(at) })),
    leftOut: satellitesOf(-1),
  }
}

function shifted(plan: Plan, shifts: readonly Shift[]): Plan {
  const toOf = (home: number) => shifts.find(({ homes }) => homes.includes(home))?.to
  const all = [...plan.leftOut, ...plan.constellations.flatMap(({ satellites }) => satellites)]
  const at = (place: number, before: readonly number[]) =>
    all.filter((home) => (toOf(home) ?? (before.includes(home) ? place : -2)) === place).sort((a, b) => a - b)
  return {
    constellations: plan.constellations.map(({ hub, satellites }, place) => ({
      hub,
      satellites: at(place, satellites),
    })),
    leftOut: at(-1, plan.leftOut),
  }
}

test('it costs what the whole plan costs more, and what may not keep the rules breaks one', () => {
  const said = { never: 0, perhaps: 0 }
  fc.assert(
    fc.property(
      problems(HOMES),
      fc.array(fc.nat(100), { minLength: HOMES, maxLength: HOMES }),
      fc.array(fc.tuple(fc.nat(HOMES - 1), fc.nat(100)), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
      (problem, drawn, moves, most) => {
        const places = [...problem.homes.keys()]
        const hubs = places.filter((home) => problem.homes[home]?.hub).slice(0, most)
        const plan = planBy(drawn.slice(0, places.length), hubs)
        const movable = places.filter((home) => !hubs.includes(home))
        fc.pre(hubs.length > 0 && movable.length > 1)
        const half = Math.ceil(moves.length / 2)
        const used = new Set<number>()
        const shiftOf = (some: typeof moves): Shift => {
          const homes = some
            .map(([home]) => movable[home % movable.length] as number)
            .filter((home) => !used.has(home))
          for (const home of homes) used.add(home)
          return { homes: [...new Set(homes)], to: ((some[0]?.[1] ?? 0) % (hubs.length + 1)) - 1 }
        }
        const shifts = [shiftOf(moves.slice(0, half)), shiftOf(moves.slice(half))].filter(
          ({ homes }) => homes.length > 0,
        )
        const { costs, mayKeepRules } = shiftsOf(problem, plan)
        const then = shifted(plan, shifts)
        expect(costs(shifts)).toBeCloseTo(costOf(problem, then).total - costOf(problem, plan).total, 6)
        if (mayKeepRules(shifts)) said.perhaps++
        else {
          said.never++
          expect(breaksOf(problem, then)).not.toEqual([])
        }
      },
    ),
    { numRuns: 1500 },
  )
  expect(Math.min(said.never, said.perhaps)).toBeGreaterThan(20)
})
