import type { Home, Problem } from '../constellations/planner/problem.ts'
import { quoted } from '../register/read-cells.ts'
import { count } from '../values/words.ts'
import { instanceOf, type Read } from './instance.ts'

/** How lengths between nodes count: as they are (kept to a thousandth), or rounded down to whole numbers. */
export type Distance = 'exact' | 'floor'

const MOST_NODES = 100_000
const MOST_WRONG = 200

/**
 * Reads a capacitated p-median instance of the literature: a first line `n p`, then n lines `x y capacity demand`.
 * Nodes are named by their number from 1. Exactly p constellations; every node is in one and may be its hub, and the
 * demands with a hub, its own included, stay within its capacity. `file` is named in what is wrong.
 */
export function readCpmp(text: string, distance: Distance, file: string): Read<Problem> {
  const wrong: string[] = []
  const say = (line: number, what: string) => {
    if (wrong.length < MOST_WRONG) wrong.push(`${file}:${line}: ${what}.`)
  }
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ at: at + 1, cells: line.trim().split(/[\s,;]+/) }))
    .filter(({ cells }) => cells[0] !== '')
  const [first, ...rest] = lines
  if (!first) return { wrong: [`${file}:1: it is empty; its first line must read “n p”.`] }
  const [n = Number.NaN, p = Number.NaN] = first.cells.map(whole)
  if (first.cells.length !== 2 || !(n >= 1) || !(p >= 1)) {
    say(first.at, 'the first line must be two whole numbers, how many nodes and how many hubs, like “50 5”')
    return { wrong }
  }
  if (n > MOST_NODES) return { wrong: [`${file}:1: ${n} nodes are more than ${MOST_NODES} can be planned.`] }
  if (p > n) say(first.at, `it asks for ${count(p, 'hub')} of ${count(n, 'node')}; ask for at most ${n}`)
  if (rest.length !== n)
    say(
      first.at,
      `it says ${count(n, 'node')}, and ${count(rest.length, 'line')} of nodes follow; correct the number, or add or take out lines`,
    )
  const nodes = rest.map(({ at, cells }) => readNode(cells, (what) => say(at, what)))
  const largest = Math.max(0, ...nodes.map((node) => node?.capacity ?? 0))
  rest.forEach(({ at }, place) => {
    const node = nodes[place]
    if (node && node.demand > largest)
      say(
        at,
        `node ${place + 1} has a demand of ${node.demand}, above every capacity: the largest is ${largest}`,
      )
  })
  return wrong.length > 0 ? { wrong } : { value: problemOf(file, nodes as Node[], p, distance) }
}

type Node = { x: number; y: number; capacity: number; demand: number }

const WORDS = ['x', 'y', 'the capacity', 'the demand']

function readNode(cells: readonly string[], say: (what: string) => void): Node | null {
  if (cells.length !== 4) {
    say(`it has ${count(cells.length, 'number')}; write four: x y capacity demand`)
    return null
  }
  const numbers = cells.map((cell, at) => (at < 2 ? decimal(cell) : whole(cell)))
  numbers.forEach((number, at) => {
    const cell = cells[at] as string
    if (!Number.isNaN(number) && (at < 2 || number >= 0)) return
    if (number < 0) say(`${WORDS[at]} is ${cell}; write 0 or more`)
    else
      say(`${WORDS[at]}, ${quoted(cell)}, is no ${at < 2 ? 'number; write one like 12.5' : 'whole number'}`)
  })
  const [x, y, capacity, demand] = numbers as [number, number, number, number]
  return numbers.some(Number.isNaN) || capacity < 0 || demand < 0 ? null : { x, y, capacity, demand }
}

const decimal = (cell: string): number =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(cell) ? Number(cell) : Number.NaN

/** A whole number, `12` or `12.0`; not one too large to add up. */
function whole(cell: string): number {
  const number = decimal(cell)
  return Number.isInteger(number) && Math.abs(number) <= 1e9 ? number : Number.NaN
}

function problemOf(name: string, nodes: readonly Node[], p: number, distance: Distance): Problem {
  const exact = distance === 'exact'
  return instanceOf({
    name,
    scale: exact ? 10_000 : 1,
    homes: nodes.map(
      ({ capacity, demand }, at): Home => ({
        id: String(at + 1),
        load: demand,
        children: 0,
        // A hub's own demand counts: where it is above its capacity, the node cannot be one.
        hub: demand > capacity ? null : { least: 0, most: capacity },
        leaveOut: null,
      }),
    ),
    at: nodes,
    round: exact ? 'nearest' : 'floor',
    hubs: p,
  })
}
