import type { Home, Problem } from '../../src/constellations/planner/problem.ts'

/** A home of a planner's problem: one child, may be a hub of two to four homes, may not be left out. */
export const planHome = (id: string, changes: Partial<Home> = {}): Home => ({
  id,
  load: 1,
  children: 1,
  hub: { least: 2, most: 4 },
  leaveOut: null,
  ...changes,
})

/** `A` to `F` on a line, ABC near each other and DEF near each other, in exactly two constellations; or as changed. */
export const planProblem = (
  changes: Partial<Problem> = {},
  homes: Record<string, Partial<Home>> = {},
): Problem => ({
  name: 'six homes',
  scale: 1,
  homes: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => planHome(id, homes[id])),
  journeys: { kind: 'plane', x: [0, 1, 2, 10, 11, 12], y: [0, 0, 0, 0, 0, 0], round: 'nearest', unit: 1 },
  constellations: { least: 2, most: 2, price: 0 },
  children: { least: 2, most: 6 },
  together: [],
  apart: [],
  wishes: [],
  mixes: [],
  hubs: [],
  locks: [],
  bans: [],
  ...changes,
})
