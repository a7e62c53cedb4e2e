import type { Day } from '../../values/london.ts'
import { isLate, isOut, type State, type StayThen, type Where, whereOn } from './tonight.ts'

/** A child with the stays that may say where they sleep. */
export type Child = {
  child: string
  name: string | null
  lastName: string | null
  livesAt: string | null
  stays: StayThen[]
}

export type Home = {
  household: string
  name: string | null
  constellation: string | null
  constellationName: string | null
  part: 'hub' | 'satellite' | 'guest' | null
  beds: number
  taken: number
  closed: boolean
  open: boolean
}

/** Which homes the reader sees whole, and of which constellations they are part, where beds left are for all to know. */
export type Reader = {
  seesAll: boolean
  homes: readonly string[]
  constellations: readonly string[]
  /** A carer: only children of their own homes, and those who are to sleep there, are theirs to find. */
  carer: boolean
}

export type Sleeper = {
  child: string
  name: string
  lastName: string
  state: State
  /** The home they come from, and the one where they sleep or are expected; null for one the reader may not know. */
  home: string | null
  homeName: string | null
  at: string | null
  atName: string | null
  stay: string | null
  emergency: boolean
  bed: string | null
  room: string | null
  since: Date | null
  until: Date | null
}

export type HomeShown = {
  household: string
  name: string | null
  part: Home['part']
  /** True where the reader sees who sleeps there; false where only the beds left are theirs to know. */
  whole: boolean
  /** `closed`: nights off. `not_open`: not a night of the week they are open. */
  shut: 'closed' | 'not_open' | null
  bedsLeft: number
  /** How many beds are kept; null where the reader knows only those left. */
  beds: number | null
  children: Sleeper[]
}

export type Group = { constellation: string | null; name: string | null; homes: HomeShown[] }

export type Board = {
  counts: {
    children: number
    atHome: number
    out: number
    arriving: number
    late: number
    elsewhere: number
    bedsLeft: number
    shut: number
  }
  groups: Group[]
  /** Every child, the late first, then those who are not at home. */
  children: Sleeper[]
}

const ORDER: State[] = ['late_home', 'late_arrival', 'elsewhere', 'arriving', 'staying', 'home']

/** A part of the night: some of the homes, and those of the children who belong on it. */
export type Part = { homes: readonly Home[]; keeps: (child: Sleeper) => boolean }

/**
 * The night as a picture and a table show it: homes by constellation, each with the children who sleep there. `homes`
 * are all that the reader knows, though only a `part` of them may be shown.
 */
export function boardOf(
  night: Day,
  moment: Date,
  children: readonly Child[],
  homes: readonly Home[],
  reader: Reader,
  part: Part = { homes, keeps: () => true },
): Board {
  const names = new Map(homes.map(({ household, name }) => [household, name]))
  const all = children.map((child) =>
    sleeper(child, whereOn(night, moment, { home: child.livesAt, stays: child.stays }), names),
  )
  // A hub knows of a child who comes next week, and not where that child sleeps until then.
  const sleepers = all.filter(
    (one) =>
      part.keeps(one) &&
      (!reader.carer || [one.home, one.at].some((place) => place !== null && reader.homes.includes(place))),
  )
  const sleeping = new Map<string | null, Sleeper[]>()
  for (const one of sleepers) {
    const there = sleeping.get(one.at)
    if (there) there.push(one)
    else sleeping.set(one.at, [one])
  }
  const shown = part.homes.flatMap((home): { home: Home; as: HomeShown }[] => {
    const here = sleeping.get(home.household) ?? []
    const whole = reader.seesAll || reader.homes.includes(home.household)
    const mine = home.constellation !== null && reader.constellations.includes(home.constellation)
    if (!whole && !mine && here.length === 0) return []
    if (reader.seesAll && home.beds === 0 && here.length === 0) return []
    const shut = home.closed ? ('closed' as const) : home.open ? null : ('not_open' as const)
    return [
      {
        home,
        as: {
          household: home.household,
          name: home.name,
          part: home.part,
          whole,
          shut,
          bedsLeft: shut || (!whole && !mine) ? 0 : home.beds - home.taken,
          beds: whole ? home.beds : null,
          children: here.toSorted(byOrder),
        },
      },
    ]
  })
  const number = (is: (state: State) => boolean) => sleepers.filter(({ state }) => is(state)).length
  return {
    counts: {
      children: sleepers.length,
      atHome: number((state) => state === 'home'),
      out: number(isOut),
      arriving: number((state) => state === 'arriving'),
      late: number(isLate),
      elsewhere: number((state) => state === 'elsewhere'),
      bedsLeft: shown.reduce((sum, { as }) => sum + as.bedsLeft, 0),
      shut: shown.filter(({ as }) => as.shut !== null).length,
    },
    groups: grouped(shown),
    children: sleepers.toSorted(byOrder),
  }
}

const byOrder = (a: Sleeper, b: Sleeper) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)

function sleeper(
  child: Child,
  { state, at, stay }: Where,
  names: ReadonlyMap<string, string | null>,
): Sleeper {
  return {
    child: child.child,
    name: child.name ?? 'A child',
    lastName: child.lastName ?? '',
    state,
    home: child.livesAt,
    homeName: child.livesAt === null ? null : (names.get(child.livesAt) ?? null),
    at,
    atName: at === null ? null : (names.get(at) ?? null),
    stay: stay?.stay ?? null,
    emergency: stay?.kind === 'emergency',
    bed: stay?.bed ?? null,
    room: stay?.room ?? null,
    since: stay && (stay.arrivedAt ?? stay.from),
    until: stay && (stay.overAt ?? stay.to),
  }
}

/** Homes that stand together by constellation, in the order they came; those of none the reader may know come last. */
function grouped(shown: readonly { home: Home; as: HomeShown }[]): Group[] {
  const groups = new Map<string | null, Group>()
  for (const { home, as } of shown) {
    const { constellation, constellationName: name } = home
    const group = groups.get(constellation) ?? { constellation, name, homes: [] }
    group.homes.push(as)
    groups.set(constellation, group)
  }
  return [...groups.values()]
}
