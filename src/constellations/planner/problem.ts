/*
 * What the planner is asked: which homes, which of them may be a hub, and every rule and wish with its price.
 * Every cost is a whole number of units (`scale` units to one kilometre), so that two machines add alike.
 */

export interface Home {
  /** As people know it: a household's reference, or a node's number. */
  readonly id: string
  /** What it counts towards a constellation's size: 1 for a household, the demand in an instance of the literature. */
  readonly load: number
  /** Looked-after children who live there. */
  readonly children: number
  /** The least and most load of a constellation with this home as its hub, its own included. Null: it cannot be a hub. */
  readonly hub: { readonly least: number; readonly most: number } | null
  /** What leaving it out of every constellation costs, in units. Null: it may not be left out. */
  readonly leaveOut: number | null
}

/** Places on a plane (already in units), on the globe (degrees, WGS 84), or a matrix of what each journey costs. */
export type Journeys =
  | {
      readonly kind: 'plane'
      readonly x: readonly number[]
      readonly y: readonly number[]
      /** How a length becomes whole units: `floor` for the instances that say so. */
      readonly round: 'nearest' | 'floor'
      /** One unit of `x` in units of cost, before rounding; `floor` rounds before multiplying. */
      readonly unit: number
    }
  | {
      readonly kind: 'globe'
      readonly lat: readonly number[]
      readonly lon: readonly number[]
      /** The road is longer than the straight line: 1.3 by default. */
      readonly detour: number
      /** What a person drew: an estuary, a railway. Crossing costs `extra` units more; null: never crossed. */
      readonly barriers: readonly Barrier[]
    }
  | {
      readonly kind: 'matrix'
      /** Row by hub, column by home: homes.length squared whole units, -1 where there is no way. */
      readonly units: readonly number[]
    }

export interface Barrier {
  readonly name: string
  /** Its points in order, degrees. */
  readonly line: readonly { readonly lat: number; readonly lon: number }[]
  readonly extra: number | null
}

/** Two homes, as places in `homes`. */
export interface Pair {
  readonly a: number
  readonly b: number
}

/** A wish: these two in one constellation, or `price` units are paid. */
export interface Wish extends Pair {
  readonly kind: 'siblings' | 'friendship' | 'tie'
  readonly price: number
}

/** Children (or homes) of one kind: each constellation has at least or at most so many, or pays `price` for each one off. */
export interface Mix {
  /** As shown: "a child under five". */
  readonly name: string
  /** How many of them each home has. */
  readonly counts: readonly number[]
  readonly least: number
  /** Null: no most. */
  readonly most: number | null
  readonly price: number
}

export interface Problem {
  readonly name: string
  /** Units of cost in one kilometre, or in one unit of length of an instance. */
  readonly scale: number
  readonly homes: readonly Home[]
  readonly journeys: Journeys
  /** How many constellations, and what each costs besides its journeys. */
  readonly constellations: { readonly least: number; readonly most: number; readonly price: number }
  /** How many looked-after children live in a constellation, the hub's own included. Null: not counted. */
  readonly children: { readonly least: number; readonly most: number } | null
  /** Homes that go together: all in one constellation, or all left out. */
  readonly together: readonly (readonly number[])[]
  /** Homes that are never in one constellation. */
  readonly apart: readonly Pair[]
  readonly wishes: readonly Wish[]
  readonly mixes: readonly Mix[]
  /** Homes that are hubs, whatever it costs. */
  readonly hubs: readonly number[]
  /** This home with that hub, and with no other. */
  readonly locks: readonly { readonly home: number; readonly hub: number }[]
  /** This home never with that hub. */
  readonly bans: readonly { readonly home: number; readonly hub: number }[]
}

/** A plan by places in `homes`: every home is a hub, a satellite or left out, once. */
export interface Plan {
  readonly constellations: readonly { readonly hub: number; readonly satellites: readonly number[] }[]
  readonly leftOut: readonly number[]
}

/** What a plan costs, in units, part by part. */
export interface Cost {
  readonly journeys: number
  readonly hubs: number
  readonly leftOut: number
  readonly wishes: number
  readonly mix: number
  readonly total: number
}

/** A lower bound on what any plan costs that anybody can work out again: one multiplier a home. */
export interface Certificate {
  /** What a place in a constellation is worth to each home, in units; homes of one `together` share the first's. */
  readonly multipliers: readonly number[]
  /** Never above the cost of any plan that keeps the rules. */
  readonly bound: number
}

export interface Answer {
  readonly plan: Plan
  readonly cost: Cost
  /** The bound the certificate gives: checked by sums alone. */
  readonly certificate: Certificate
  /** The best bound the solver proved; at least the certificate's. */
  readonly bound: number
  /** No plan costs less. */
  readonly proven: boolean
  /** Why it ended: proven, the work it may do was done, the clock, or a person. */
  readonly ended: 'proven' | 'work' | 'clock' | 'person'
}

/** How it stands while it works. */
export interface Progress {
  /** What it does now, in words people read: "Bounding", "Looking for a better plan". */
  readonly doing: string
  /** The best plan so far; null until one is found. */
  readonly best: { readonly plan: Plan; readonly cost: Cost } | null
  readonly bound: number
  /** Work done and work allowed, in steps. */
  readonly done: number
  readonly allowed: number
}

export interface Effort {
  readonly seed: number
  /** How much work it may do; 1 is the usual. It is work and not time, so that the answer is the same everywhere. */
  readonly work: number
  /** Asked between steps: has a person stopped it, or has the clock run out? */
  readonly stop: () => 'clock' | 'person' | null
  readonly tell: (progress: Progress) => void
}

/** No plan can keep every rule: each reason is a sentence that names the facts that clash. */
export interface Impossible {
  readonly clashes: readonly string[]
}
