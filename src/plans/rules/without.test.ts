import { expect, test } from 'vitest'
import { planChild, planFacts, planHousehold } from '../../../tests/given/plan-facts.ts'
import type { PlanSettings } from './facts.ts'
import { usualSettings } from './settings.ts'
import { RULES, rulesIn, ruleWords, without } from './without.ts'

const home = (household: string) =>
  planHousehold(household, { children: [planChild('child', { siblingGroup: 'kin' })] })
const facts = {
  ...planFacts(['A', 'B'].map(home)),
  links: (['must_not_meet', 'keep_apart', 'friendship', 'tie'] as const).map((kind) => ({
    kind,
    a: 'A',
    b: 'B',
  })),
}
const settings: PlanSettings = {
  ...usualSettings(1),
  mustBeIn: ['A'],
  settledHubs: ['A'],
  locks: [{ household: 'B', hub: 'A' }],
  bans: [{ household: 'A', hub: 'B' }],
  barriers: [{ name: 'A river', line: [], extraKm: null }],
}

test('a plan has the rules that its facts and settings make', () => {
  expect(rulesIn({ facts, settings })).toEqual([...RULES])
  const bare = { facts: planFacts([planHousehold('A')]), settings: { ...usualSettings(1), mixKm: 0 } }
  expect(rulesIn(bare)).toEqual(['satellites', 'children'])
})

// Limits and the price of brothers and sisters are loosened, and can be loosened again.
test.each(RULES.filter((rule) => !['satellites', 'children', 'siblings'].includes(rule)))(
  'without %s it is gone, and the others stay',
  (rule) => {
    const left = rulesIn(without(rule, { facts, settings }))
    expect(left).toEqual(RULES.filter((one) => one !== rule))
    expect(ruleWords[rule]).not.toBe('')
  },
)

test('limits are taken away, and brothers and sisters weigh nothing', () => {
  expect(without('satellites', { facts, settings }).settings.satellites.least).toBe(0)
  expect(without('children', { facts, settings }).settings.children.most).toBeGreaterThan(200)
  expect(without('siblings', { facts, settings }).settings.siblings).toEqual({ km: 0 })
})
