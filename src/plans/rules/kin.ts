import type { Home, Pair, Wish } from '../../constellations/planner/problem.ts'
import { count, list } from '../../values/words.ts'
import type { PlanHome, PlanSettings } from './facts.ts'
import { type Apart, inOrder, keyOf, type Placed, pairOf, whyNot } from './pairs.ts'
import { sayWish, type Unmet } from './say-wish.ts'
import { SIBLINGS_WISH_KM, unitsOf } from './settings.ts'

/** What stands around the homes of brothers and sisters, by place. */
export interface Ground {
  readonly homes: readonly Home[]
  readonly apart: readonly Apart[]
  readonly hubs: readonly number[]
  readonly locks: readonly { readonly home: number; readonly hub: number }[]
  readonly bans: readonly { readonly home: number; readonly hub: number }[]
}

export interface Kin {
  readonly together: number[][]
  readonly wishes: Wish[]
  readonly unmet: Unmet[]
  readonly notices: string[]
}

/**
 * Brothers and sisters in different homes. Always together where the settings say so and it can be: a group that is too
 * large for a constellation, or holds two homes that are kept apart or are hubs of two, becomes wishes with a notice, so
 * that one family's facts never make every plan impossible. `all` holds the homes that are aside too.
 */
export function siblingsOf(
  all: readonly PlanHome[],
  settings: PlanSettings,
  placed: Placed,
  ground: Ground,
): Kin {
  const { siblings, children } = settings
  const price = unitsOf(siblings === 'always' ? SIBLINGS_WISH_KM : siblings.km)
  const apart = new Map(ground.apart.map((pair) => [keyOf(pair), pair.because]))
  const wishes = new Map<string, Wish>()
  const unmet = new Map<string, Unmet>()
  const kin: Kin = { together: [], wishes: [], unmet: [], notices: [] }
  let clusters = ground.locks.map(({ home, hub }) => [home, hub])
  for (const households of familiesOf(all)) {
    const group = households.flatMap((household) => placed.placeOf(household) ?? []).sort((x, y) => x - y)
    for (const [a, b] of everyTwo(households)) {
      const pair = pairOf(placed.placeOf(a), placed.placeOf(b))
      const because = pair ? apart.get(keyOf(pair)) : whyNot(placed, a, b)
      const wish = sayWish('siblings', a, b)
      if (because !== undefined) unmet.set(wish, { wish, because })
    }
    if (group.length < 2) continue
    if (siblings === 'always') {
      const [touched, others] = parted(clusters, (cluster) => cluster.some((home) => group.includes(home)))
      const cluster = [...new Set([...group, ...touched.flat()])]
      const why = cannotBeTogether(cluster, ground, children.most)
      if (why === null) {
        kin.together.push(group)
        clusters = [...others, cluster]
        continue
      }
      const names = list(group.map((home) => ground.homes[home]?.id ?? ''))
      kin.notices.push(
        `The brothers and sisters in ${names} cannot be sure of one constellation: ${why}. It is a wish instead, at ${SIBLINGS_WISH_KM} km for each two of the homes.`,
      )
    }
    for (const [a, b] of everyTwo(group)) {
      const pair = pairOf(a, b) as Pair
      if (!apart.has(keyOf(pair))) wishes.set(keyOf(pair), { kind: 'siblings', ...pair, price })
    }
  }
  return { ...kin, wishes: inOrder([...wishes.values()]), unmet: [...unmet.values()] }
}

/** The homes of each group of brothers and sisters who live in more than one, in the order of their keys. */
function familiesOf(all: readonly PlanHome[]): string[][] {
  const families = new Map<string, Set<string>>()
  for (const { household, children } of all)
    for (const { siblingGroup } of children)
      if (siblingGroup !== null)
        families.set(siblingGroup, (families.get(siblingGroup) ?? new Set()).add(household))
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, homes]) => [...homes].sort())
    .filter((homes) => homes.length > 1)
}

/** Why no constellation can hold all of these, in words; null where one can. */
function cannotBeTogether(cluster: readonly number[], ground: Ground, mostChildren: number): string | null {
  const { homes, hubs, locks, bans } = ground
  const within = new Set(cluster)
  const name = (home: number) => homes[home]?.id ?? ''
  const clash = ground.apart.find(({ a, b }) => within.has(a) && within.has(b))
  if (clash) return clash.because
  const toBe = [...new Set([...hubs, ...locks.map(({ hub }) => hub)])].filter((hub) => within.has(hub))
  if (toBe.length > 1) return `${list(toBe.map(name))} are to be hubs, each of its own`
  const fits = (hub: number) => {
    const all = [...new Set([...cluster, hub])]
    const load = all.reduce((sum, home) => sum + (homes[home]?.load ?? 0), 0)
    const children = all.reduce((sum, home) => sum + (homes[home]?.children ?? 0), 0)
    const most = homes[hub]?.hub?.most ?? 0
    const against = ground.apart.some(
      ({ a, b }) => (a === hub && within.has(b)) || (b === hub && within.has(a)),
    )
    return (
      load <= most &&
      children <= mostChildren &&
      !against &&
      !bans.some((ban) => ban.hub === hub && within.has(ban.home))
    )
  }
  const possible = toBe.length > 0 ? toBe : [...homes.keys()].filter((home) => homes[home]?.hub)
  if (possible.some(fits)) return null
  const children = cluster.reduce((sum, home) => sum + (homes[home]?.children ?? 0), 0)
  if (children > mostChildren)
    return `${count(children, 'child', 'children')} live there, and a constellation has at most ${mostChildren}`
  return `no possible hub can have all ${cluster.length} homes that would then belong together`
}

function everyTwo<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [T, T] => [a, b]))
}

function parted<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}
