import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bare, type Ground } from '../../src/cli/plan-ground.ts'
import { groundOfInstance, must } from '../../src/cli/plan-instance.ts'
import { groundOfRegister } from '../../src/cli/plan-register.ts'
import { readCouncil } from '../../src/plans/read-council.ts'
import { root } from '../../src/platform/root.ts'
import { madeAgencies, madeCouncil } from './made.ts'

/** The folder of data beside the project; null where there is none. */
export const shared =
  ['../shared/data', '../../shared/data'].map((path) => join(root, path)).find((path) => existsSync(path)) ??
  null

/** The day the registers beside the project stand for. */
const AS_AT = '2026-11-22'

/** What each name of an instance stands for that is made here, as text of --format council. */
const MADE: Record<string, () => string> = {
  made50_1: () => madeCouncil(50, 1),
  made50_2: () => madeCouncil(50, 2),
  made100_1: () => madeCouncil(100, 1),
  made100_2: () => madeCouncil(100, 2),
  made200_1: () => madeCouncil(200, 1),
  made400_1: () => madeCouncil(400, 1),
  made1000_1: () => madeCouncil(1000, 1),
  made40000_465: () => madeAgencies(465, 40_000, 1),
  made40000_1: () => madeCouncil(40_000, 1),
}

/** The registers beside the project, and how many constellations each is planned with. */
const REGISTERS: Record<string, string> = { 'register-sixty': '2', 'register-portsmouth': '5' }

/** Where the file or folder of an instance is beside the project. */
function pathOf(name: string): string {
  if (name in REGISTERS) return join(shared ?? '', name)
  return join(shared ?? '', 'planner', `${name}.${name.startsWith('council') ? 'json' : 'txt'}`)
}

/** Whether an instance can be measured: made here, or beside the project. */
export const isThere = (name: string): boolean =>
  name in MADE || (shared !== null && existsSync(pathOf(name)))

/** What is planned: one problem, or one for each agency, read as the command `plan` reads it. */
export async function groundsOf(name: string): Promise<Ground[]> {
  const made = MADE[name]
  if (made) return must(readCouncil(made(), name)).map((one) => bare(one.problem, one.agency, 'km', true))
  const path = pathOf(name)
  const constellations = REGISTERS[name]
  if (constellations) {
    const positions = join(shared ?? '', 'geo', 'uk-sector-centroids.csv')
    return [await groundOfRegister(path, { constellations, positions, asAt: AS_AT })]
  }
  if (name.startsWith('council')) return groundOfInstance(path, { format: 'council' })
  const distance = name.startsWith('cpmp') ? 'floor' : 'exact'
  return groundOfInstance(path, { format: 'cpmp', distance })
}
