import { describe, expect, test } from 'vitest'
import { planHousehold } from '../../../tests/given/plan-facts.ts'
import { candidateOf } from './candidates.ts'
import type { PlanHome } from './facts.ts'

const added = [{ household: 'H1', may: true, reason: 'a third bedroom in May' }]
const struck = [{ household: 'H1', may: false, reason: 'moving away' }]
const of = (changes: Partial<PlanHome> = {}, words: typeof added = [], aside: string[] = []) =>
  candidateOf(planHousehold('H1', changes), aside, words)

test('a home with everything a hub has may be one, wanting it or unsure', () => {
  expect(of()).toEqual({ household: 'H1', may: true, because: [] })
  expect(of({ wantsMockingbird: 'unsure' }).may).toBe(true)
})

describe('what stands against it', () => {
  test.each<[Partial<PlanHome>, string]>([
    [{ spareBeds: 1 }, 'has one spare bed, and a hub keeps two'],
    [{ spareBeds: 0 }, 'has no spare bed, and a hub keeps two'],
    [{ approved: false }, 'is not approved'],
    [{ adultHomeFullTime: false }, 'has no adult at home full time'],
    [{ adultHomeFullTime: null }, 'has not said whether an adult is at home full time'],
    [{ lapsed: ['the DBS check'] }, 'the DBS check is past its date'],
    [{ wantsMockingbird: null }, 'has not said whether it wants Mockingbird'],
    [{ canBeHub: false }, 'has said that it cannot be a hub'],
    [{ canBeHub: null }, 'has not said whether it can be a hub'],
  ])('%o', (changes, because) => {
    expect(of(changes)).toEqual({ household: 'H1', may: false, because: [because] })
  })

  test('every reason is said', () => {
    expect(
      of({ spareBeds: 0, canBeHub: false, lapsed: ['the review', 'the DBS check'] }).because,
    ).toHaveLength(4)
  })
})

describe('a person’s word', () => {
  test('adds one, and strikes one, with its reason', () => {
    expect(of({ spareBeds: 1 }, added)).toEqual({
      household: 'H1',
      may: true,
      because: ['added: a third bedroom in May'],
    })
    expect(of({}, struck)).toEqual({ household: 'H1', may: false, because: ['struck: moving away'] })
  })

  test('never adds a home that is not approved, or not planned', () => {
    expect(of({ approved: false }, added)).toEqual({
      household: 'H1',
      may: false,
      because: ['is not approved'],
    })
    expect(of({}, added, ['does not want Mockingbird'])).toMatchObject({
      may: false,
      because: ['does not want Mockingbird'],
    })
  })

  test('the last word counts, and only about this home', () => {
    expect(of({}, [...struck, ...added]).may).toBe(true)
    expect(of({}, [{ household: 'H2', may: false, reason: 'no' }]).may).toBe(true)
  })
})
