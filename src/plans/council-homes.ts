import { list } from '../values/words.ts'

const LARGEST = 1e6

/** A home of a council-like instance, kilometres on a plane; `agency` is null where it says none. */
export type CouncilHome = { id: string; x: number; y: number; canHub: boolean; agency: string | null }
/** Takes what is wrong, without its full stop. */
export type Say = (what: string) => void

/** One home, or null with what is wrong said. */
export function readHome(one: unknown, at: number, say: Say): CouncilHome | null {
  const where = `homes[${at}]`
  if (!isRecord(one)) {
    say(`${where} is ${show(one)}; write {"id": "H0001", "x": 1.5, "y": 2, "canHub": true}`)
    return null
  }
  const id = typeof one.id === 'number' ? String(one.id) : one.id
  if (typeof id !== 'string' || id === '') {
    say(`${where} has no id; give each home its own`)
    return null
  }
  const bad = (['x', 'y'] as const).filter((key) => !isNumber(one[key]) || Math.abs(one[key]) > LARGEST)
  for (const key of bad)
    say(`${where} (${id}): ${key} is ${show(one[key])}; write its kilometres as a number, like 11.7`)
  if (typeof one.canHub !== 'boolean')
    say(`${where} (${id}): canHub is ${show(one.canHub)}; write true or false`)
  const agency = one.agency ?? null
  if (agency !== null && (typeof agency !== 'string' || agency === ''))
    say(`${where} (${id}): agency is ${show(agency)}; write its name, or leave it out`)
  return {
    id,
    x: Number(one.x),
    y: Number(one.y),
    canHub: one.canHub === true,
    agency: agency as string | null,
  }
}

/** Says which ids stand there more than once. */
export function sayDoubles(homes: readonly CouncilHome[], say: Say): void {
  const seen = new Set<string>()
  for (const { id } of homes) {
    if (seen.has(id)) say(`the id ${id} is there twice; give each home its own`)
    seen.add(id)
  }
}

/** How many hubs each agency has; one agency of no name where the homes carry none. */
export function readHubs(
  value: unknown,
  homes: readonly CouncilHome[],
  say: Say,
): Map<string | null, number> {
  const agencies = [...new Set(homes.map(({ agency }) => agency))]
  const counts = new Map<string | null, number>()
  if (agencies.every((agency) => agency === null)) {
    if (isWhole(value) && value >= 1) counts.set(null, value)
    else say(`hubs is ${show(value)}; write how many constellations there are to be, at least 1`)
    return counts
  }
  const without = homes.filter(({ agency }) => agency === null).map(({ id }) => id)
  if (without.length > 0)
    say(
      `${list(without.slice(0, 5))}${without.length > 5 ? ' and others' : ''} ${without.length === 1 ? 'has' : 'have'} no agency, and other homes have one; give every home its agency, or none`,
    )
  if (!isRecord(value)) {
    say(
      `hubs is ${show(value)}; homes carry an agency, so write how many each has, like {"${agencies.find(Boolean)}": 2}`,
    )
    return counts
  }
  for (const agency of agencies.filter((one) => one !== null).sort()) {
    const hubs = Object.hasOwn(value, agency) ? value[agency] : undefined
    if (isWhole(hubs) && hubs >= 1) counts.set(agency, hubs)
    else say(`hubs says ${show(hubs)} for ${agency}; write how many constellations it is to have, at least 1`)
  }
  for (const agency of Object.keys(value).filter((one) => !agencies.includes(one)))
    say(`hubs names ${agency}, and no home belongs to it; take it out, or correct its name`)
  return counts
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
export const isWhole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
/** What stands there, as it is written. */
export const show = (value: unknown): string =>
  value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40)
