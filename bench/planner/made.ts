import { chanceOf } from '../../src/constellations/planner/chance.ts'

/*
 * Councils that are made, as text that --format council reads: towns of different sizes on a plane in kilometres, a
 * quarter of the homes in the country between them, 29 in a hundred can be a hub, 6 to 10 satellites, a constellation
 * for every nine homes. The same for the same seed.
 */

type MadeHome = { id: string; x: number; y: number; canHub: boolean; agency?: string }

const SATELLITES = { min: 6, max: 10 }
const CAN_HUB = 0.29
const IN_COUNTRY = 0.25
const HOMES_A_TOWN = 28
/** Kilometres of a side for each root of the number of homes: about 11.5 square kilometres a home. */
const SIDE = 3.4

/** One service of so many homes. */
export function madeCouncil(homes: number, seed: number): string {
  const name = `made${homes}_${seed}`
  return JSON.stringify({ ...about(name), hubs: hubsFor(homes), homes: made('H', homes, chanceOf(seed)) })
}

/** A country of `agencies` services with so many homes in all, most of them small and a few large, each on its own plane. */
export function madeAgencies(agencies: number, homes: number, seed: number): string {
  const chance = chanceOf(seed)
  const names = sizes(agencies, homes, chance).map((size, at) => ({
    agency: `A${String(at + 1).padStart(3, '0')}`,
    size,
  }))
  return JSON.stringify({
    ...about(`made${homes}_${agencies}`),
    hubs: Object.fromEntries(names.map(({ agency, size }) => [agency, hubsFor(size)])),
    homes: names.flatMap(({ agency, size }) =>
      made(`${agency}-`, size, chance).map((home) => ({ ...home, agency })),
    ),
  })
}

const about = (name: string) => ({ name, unit: 'km', satellites: SATELLITES })

const hubsFor = (homes: number) => Math.round(homes / 9)

/** Homes in towns whose sizes differ about tenfold, some tight and some wide. */
function made(prefix: string, homes: number, chance: () => number): MadeHome[] {
  const side = SIDE * Math.sqrt(homes)
  const towns = Array.from({ length: Math.max(2, Math.round(homes / HOMES_A_TOWN)) }, () => ({
    x: chance() * side,
    y: chance() * side,
    wide: 0.6 + 3 * chance() ** 2,
    upTo: 0.1 + chance() ** 2,
  }))
  let people = 0
  for (const town of towns) {
    people += town.upTo
    town.upTo = people
  }
  const all = Array.from({ length: homes }, (_, at): MadeHome => {
    const town = chance() < IN_COUNTRY ? undefined : townAt(towns, chance() * people)
    const [east, north] = bell(chance)
    const x = town ? town.x + east * town.wide : chance() * side
    const y = town ? town.y + north * town.wide : chance() * side
    return { id: `${prefix}${String(at + 1).padStart(5, '0')}`, x, y, canHub: chance() < CAN_HUB }
  })
  // So few that can be a hub would leave nothing to choose.
  let missing = Math.ceil(hubsFor(homes) * 1.5) - all.filter(({ canHub }) => canHub).length
  for (const home of all) {
    if (missing <= 0 || home.canHub) continue
    home.canHub = true
    missing--
  }
  return all
}

/** The first of the towns, which are in order of `upTo`, that reaches so far. */
function townAt<Town extends { upTo: number }>(towns: readonly Town[], far: number): Town | undefined {
  let [low, high] = [0, towns.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((towns[middle]?.upTo ?? 0) < far) low = middle + 1
    else high = middle
  }
  return towns[low]
}

/** Two numbers of the bell curve. */
function bell(chance: () => number): [number, number] {
  const far = Math.sqrt(-2 * Math.log(1 - chance()))
  const turn = 2 * Math.PI * chance()
  return [far * Math.cos(turn), far * Math.sin(turn)]
}

const [SMALLEST, LARGEST] = [10, 520]
/** No number of constellations of 7 to 11 homes takes these in. */
const NEVER = [12, 13]

/** Sizes whose logarithms are on a bell curve, between 10 and 520, with exactly `total` together. */
function sizes(count: number, total: number, chance: () => number): number[] {
  const shares = Array.from({ length: count }, () => Math.exp(0.85 * bell(chance)[0]))
  const sized = (times: number) =>
    shares.map((share) => {
      const size = Math.max(SMALLEST, Math.min(LARGEST, Math.round(share * times)))
      return NEVER.includes(size) ? 14 : size
    })
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
  let [low, high] = [0, total]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (sum(sized(middle)) > total) high = middle
    else low = middle
  }
  const found = sized(low)
  // What rounding left goes to those of a middle size, one each.
  let left = total - sum(found)
  for (let at = 0; left > 0; at = (at + 1) % count) {
    const size = found[at] as number
    if (size < 30 || size >= LARGEST) continue
    found[at] = size + 1
    left--
  }
  return found
}
