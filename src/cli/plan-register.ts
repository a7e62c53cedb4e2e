import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Found, placeFinder } from '../plans/places.ts'
import { readMatrix } from '../plans/read-matrix.ts'
import { factsOf } from '../plans/register-facts.ts'
import { problemOf, usualSettings } from '../plans/rules/problem.ts'
import { inOrder, sayNotice, sayProblem } from '../register/problems.ts'
import { type PositionsRead, readPositions } from '../register/read-positions.ts'
import { type Register, readRegister } from '../register/read-register.ts'
import { referencesOf, unknownReferences } from '../register/references.ts'
import { type Day, dayOf } from '../values/london.ts'
import type { Ground } from './plan-ground.ts'
import { must, textOf } from './plan-instance.ts'
import { asAtOf, constellationsOf, type PlanOptions } from './plan-options.ts'
import { readFolder } from './read-folder.ts'
import { Stop, tell } from './say.ts'

/** Reads `--register FOLDER` with what else is said about it. Opens no database. Throws every problem as sentences. */
export async function groundOfRegister(folder: string, options: PlanOptions): Promise<Ground> {
  const constellations = constellationsOf(options.constellations)
  const today = dayOf(new Date())
  const on = asAtOf(options.asAt, today)
  const register = await registerOf(folder, today)
  const { homes } = register
  const matrix = options.matrix
  const journeys = matrix === undefined ? null : must(readMatrix(await textOf(matrix), basename(matrix)))
  const unplaced = homes.flatMap(({ at, postcode }) => (at || postcode === null ? [] : [postcode]))
  const find = await finderOf(options.positions, unplaced)
  const facts = factsOf(register, on, find)
  if (!journeys && facts.homes.every(({ place }) => place === null)) throw new Stop(NOWHERE)
  const planned = problemOf(facts, { ...usualSettings(constellations), journeys }, basename(folder))
  const wrong = [...planned.wrong, ...planned.holes]
  if (wrong.length > 0) throw new Stop(wrong.join('\n'))
  const { problem, aside, unmet, possibleHubs, notices } = planned
  const from = { register: homes.length - unplaced.length, unit: 0, sector: 0, outcode: 0 }
  for (const postcode of unplaced) {
    const found = find(postcode)
    if (found) from[found.level]++
  }
  const more = {
    asAt: on,
    distances: journeys ? 'matrix' : `straight line times ${usualSettings(constellations).detour}`,
    ...(journeys ? {} : { positions: from }),
  }
  return { agency: null, problem, unit: 'km', exact: false, aside, unmet, possibleHubs, notices, more }
}

const NOWHERE =
  'No home of the register has a known place: give --positions FILE with where postcodes, sectors or outcodes are, or lat and lon in households.csv, or --matrix FILE with the journeys.'

async function registerOf(folder: string, today: Day): Promise<Register> {
  const register = readRegister(await readFolder(folder), today, tell)
  const nobody = () => referencesOf([], new Map(), () => '')
  const problems = [...register.problems, ...unknownReferences(register, nobody(), nobody())]
  if (problems.length > 0) throw new Stop(inOrder(problems).map(sayProblem).join('\n'))
  for (const notice of register.notices.slice(0, MOST_NOTICES)) tell(`Note: ${sayNotice(notice)}`)
  return register
}

const MOST_NOTICES = 40

/** Where postcodes are, from `--positions`; nowhere without one. */
async function finderOf(
  path: string | undefined,
  postcodes: readonly string[],
): Promise<(postcode: string) => Found | null> {
  if (path === undefined) return () => null
  const about = await stat(path).catch(() => null)
  if (!about?.isFile()) throw new Stop(`There is no file ${path}.`)
  const finder = placeFinder(postcodes)
  const said: PositionsRead = { lines: 0, problems: [], notices: [] }
  for await (const places of readPositions(basename(path), createReadStream(path), said))
    places.forEach(finder.take)
  if (said.problems.length > 0) throw new Stop(inOrder(said.problems).map(sayProblem).join('\n'))
  return finder.find
}
