import { expect, test } from 'vitest'
import { planFacts, planHousehold } from '../../../tests/given/plan-facts.ts'
import { makePlan } from '../make-plan.ts'
import type { PlanSettings } from '../rules/facts.ts'
import { usualSettings } from '../rules/settings.ts'
import { settle } from '../rules/settle.ts'
import { pairRows, planInput } from './new-input.ts'
import { typedAgain } from './typed-again.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const facts = planFacts([1, 2, 3, 4, 5, 6, 7].map((n) => planHousehold(id(n))))

/** What comes of the form when it is sent just as it was filled in. */
function sent(settings: PlanSettings, households: string[] = []) {
  const typed = makePlan.input.parse(planInput(typedAgain(settings, households)))
  return settle(typed, facts, usualSettings(1))
}

test('a plan’s own answers, sent once more, settle the same', () => {
  const settings: PlanSettings = {
    ...usualSettings({ least: 2, most: 3 }),
    satellites: { least: 1, most: 4 },
    children: { least: 0, most: 9 },
    detour: 1.25,
    leaveOutKm: { yes: 12.5, unsure: 0 },
    siblings: { km: 7 },
    friendshipKm: 0,
    tieKm: 2,
    mixKm: 1,
    mustBeIn: [id(2), id(3)],
    hubs: [
      { household: id(4), may: true, reason: 'A bed comes in May' },
      { household: id(5), may: false, reason: 'They move' },
    ],
    settledHubs: [id(1)],
    locks: [2, 3, 6].map((n) => ({ household: id(n), hub: id(1) })),
    bans: [2, 6].map((n) => ({ household: id(n), hub: id(4) })),
    barriers: [{ name: 'The harbour', line: [50.79, 50.84].map((lat) => ({ lat, lon: -1.1 })), extraKm: 8 }],
    seed: 41,
  }
  expect(sent(settings)).toEqual({ facts, settings, issues: [] })
})

test('the usual, and some of the homes', () => {
  const usual = usualSettings(2)
  const again = sent(usual, [id(1), id(2)])
  expect(again.settings).toEqual(usual)
  expect(again.facts.homes.map(({ household }) => household)).toEqual([id(1), id(2)])
})

test('there are four rows of pairs, and more where more were typed', () => {
  expect(pairRows({})).toEqual([1, 2, 3, 4])
  expect(pairRows({ 'pairHome-6': id(1), 'pairHome-9': '' })).toHaveLength(6)
})
