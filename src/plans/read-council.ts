import type { Home, Problem } from '../constellations/planner/problem.ts'
import {
  type CouncilHome,
  isRecord,
  isWhole,
  readHome,
  readHubs,
  type Say,
  sayDoubles,
  show,
} from './council-homes.ts'
import { instanceOf, type Read } from './instance.ts'

/** One problem of an instance; `agency` is null where the file knows of none. */
export type AgencyProblem = { readonly agency: string | null; readonly problem: Problem }

const MOST_WRONG = 200

/**
 * Reads a council-like instance (JSON): `homes` with id, x, y in kilometres and canHub; `satellites` {min, max} for
 * each hub; exactly `hubs` constellations with every home in one. Where homes carry an `agency`, `hubs` is an object of
 * agency to number, and there is a problem for each, in the order of their names: a constellation belongs to one.
 */
export function readCouncil(text: string, file: string): Read<AgencyProblem[]> {
  const wrong: string[] = []
  const say = (what: string) => {
    if (wrong.length < MOST_WRONG) wrong.push(`${file}: ${what}.`)
  }
  const whole = parsed(text)
  if (!isRecord(whole))
    return {
      wrong: [
        `${file}: it is not JSON, or not one object; write {"satellites": …, "hubs": …, "homes": […]}.`,
      ],
    }
  if (whole.unit !== undefined && whole.unit !== 'km')
    say(`unit is ${show(whole.unit)}; give coordinates in kilometres, and write "km"`)
  const satellites = readSatellites(whole.satellites, say)
  const homes = Array.isArray(whole.homes) ? whole.homes.map((one, at) => readHome(one, at, say)) : null
  if (!homes) say('homes is no list; write [{"id": "H0001", "x": 1.5, "y": 2, "canHub": true}, …]')
  else if (homes.length === 0) say('homes is empty; give at least one home')
  const read = (homes ?? []).filter((home) => home !== null)
  sayDoubles(read, say)
  const counts = readHubs(whole.hubs, read, say)
  if (wrong.length > 0 || !satellites) return { wrong }
  const name = typeof whole.name === 'string' ? whole.name : file
  return {
    value: [...counts].map(([agency, hubs]) => ({
      agency,
      problem: problemOf(
        agency === null ? name : `${name}: ${agency}`,
        read.filter((home) => home.agency === agency),
        hubs,
        satellites,
      ),
    })),
  }
}

function readSatellites(value: unknown, say: Say): { min: number; max: number } | null {
  const { min, max } = isRecord(value) ? value : {}
  if (isWhole(min) && isWhole(max) && min <= max) return { min, max }
  say(`satellites is ${show(value)}; write the least and most for each hub, like {"min": 6, "max": 10}`)
  return null
}

function problemOf(
  name: string,
  homes: readonly CouncilHome[],
  hubs: number,
  { min, max }: { min: number; max: number },
): Problem {
  return instanceOf({
    name,
    // Millimetres: rounded lengths then add up to the true sum, to the metre and beyond.
    scale: 1_000_000,
    homes: homes.map(
      ({ id, canHub }): Home => ({
        id,
        load: 1,
        children: 0,
        hub: canHub ? { least: 1 + min, most: 1 + max } : null,
        leaveOut: null,
      }),
    ),
    at: homes,
    round: 'nearest',
    hubs,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
