import type { PlanFacts, PlanSettings } from './facts.ts'

/** A rule or wish that a plan can be made without, to see what it costs. */
export const RULES = [
  'satellites',
  'children',
  'siblings',
  'apart',
  'must-be-in',
  'locks',
  'bans',
  'settled-hubs',
  'barriers',
  'friends',
  'ties',
  'mix',
] as const
export type RuleCode = (typeof RULES)[number]

type Ground = { facts: PlanFacts; settings: PlanSettings }

/** Each as it is said: "What … costs". */
export const ruleWords: Record<RuleCode, string> = {
  satellites: 'the number of satellites',
  children: 'the number of children',
  siblings: 'keeping brothers and sisters together',
  apart: 'keeping apart who must not meet',
  'must-be-in': 'the homes that may not be left out',
  locks: 'the homes that are settled with a hub',
  bans: 'the homes that are never with a hub',
  'settled-hubs': 'the hubs that are settled',
  barriers: 'the barriers',
  friends: 'keeping friends together',
  ties: 'keeping ties',
  mix: 'a mix of ages and needs',
}

const has: Record<RuleCode, (ground: Ground) => boolean> = {
  satellites: () => true,
  children: () => true,
  siblings: ({ facts }) => facts.homes.some(({ children }) => children.some((child) => child.siblingGroup)),
  apart: ({ facts }) => facts.links.some(({ kind }) => apart(kind)),
  'must-be-in': ({ settings }) => settings.mustBeIn.length > 0,
  locks: ({ settings }) => settings.locks.length > 0,
  bans: ({ settings }) => settings.bans.length > 0,
  'settled-hubs': ({ settings }) => settings.settledHubs.length > 0,
  barriers: ({ settings }) => settings.barriers.length > 0,
  friends: ({ facts, settings }) => settings.friendshipKm > 0 && linked(facts, 'friendship'),
  ties: ({ facts, settings }) => settings.tieKm > 0 && linked(facts, 'tie'),
  mix: ({ settings }) => settings.mixKm > 0,
}

const apart = (kind: string) => kind === 'must_not_meet' || kind === 'keep_apart'
const linked = (facts: PlanFacts, wanted: string) => facts.links.some(({ kind }) => kind === wanted)

/** The rules and wishes that this plan has. */
export const rulesIn = (ground: Ground): RuleCode[] => RULES.filter((rule) => has[rule](ground))

/** Nobody has so many: no limit. */
const NO_LIMIT = 400

/** The same ground with one rule taken away. */
export function without(rule: RuleCode, { facts, settings }: Ground): Ground {
  const less = (part: Partial<PlanSettings>): Ground => ({ facts, settings: { ...settings, ...part } })
  switch (rule) {
    case 'satellites':
      return less({ satellites: { least: 0, most: NO_LIMIT } })
    case 'children':
      return less({ children: { least: 0, most: NO_LIMIT } })
    case 'siblings':
      return less({ siblings: { km: 0 } })
    case 'apart':
      return { facts: { ...facts, links: facts.links.filter(({ kind }) => !apart(kind)) }, settings }
    case 'must-be-in':
      return less({ mustBeIn: [] })
    case 'locks':
      return less({ locks: [] })
    case 'bans':
      return less({ bans: [] })
    case 'settled-hubs':
      return less({ settledHubs: [] })
    case 'barriers':
      return less({ barriers: [] })
    case 'friends':
      return less({ friendshipKm: 0 })
    case 'ties':
      return less({ tieKm: 0 })
    case 'mix':
      return less({ mixKm: 0 })
  }
}
