import { describe, expect, test } from 'vitest'
import { registerToPlan } from '../../tests/given/plan-register.ts'
import type { Files } from '../../tests/given/register.ts'
import { readRegister } from '../register/read-register.ts'
import { factsOf } from './register-facts.ts'

const ON = '2026-11-28'
/** The facts of a register of two homes, H001 and H002, each text changed as given. */
function facts(changes: { [name in keyof Files]?: (text: string) => string } = {}, on = ON) {
  const files = registerToPlan(1, { postcodes: true })
  const texts = {
    households: changes.households?.(files.households) ?? files.households,
    children: changes.children?.(files.children) ?? files.children,
    links: changes.links?.(files.links) ?? files.links,
  }
  const register = readRegister(texts, ON)
  expect(register.problems).toEqual([])
  return factsOf(register, on, (postcode) => (postcode === 'PO1 1AA' ? { lat: 50.8, lon: -1.1 } : null))
}
const first = (changes: Parameters<typeof facts>[0], on = ON) => facts(changes, on).homes[0]
const homes = (from: string, to: string) => ({ households: (text: string) => text.replace(from, to) })
const children = (from: string, to: string) => ({ children: (text: string) => text.replace(from, to) })
const links = (...lines: string[]) => ({ links: (text: string) => [text, ...lines].join('\n') })

test('a home as the register says it, its place looked up by its postcode', () => {
  expect(facts().homes).toMatchObject([
    {
      household: 'H001',
      name: 'H001',
      place: { lat: 50.8, lon: -1.1 },
      spareBeds: 2,
      adultHomeFullTime: true,
      approved: true,
      needsApproval: true,
      lapsed: [],
      wantsMockingbird: 'yes',
      canBeHub: true,
      inConstellation: false,
    },
    { household: 'H002', place: null },
  ])
})

test('lat and lon of the register go before its postcode', () => {
  expect(first(homes('PO1 1AA', ''))?.place).toBeNull()
  const files = registerToPlan(2)
  const register = readRegister(files, ON)
  expect(factsOf(register, ON, () => null).homes[0]?.place).toEqual({ lat: 50.8 + 1 / 1000, lon: -1.1 })
})

describe('approval and checks on the day', () => {
  test('from the first day up to the last', () => {
    const until = homes('2019-05-01,,3', '2019-05-01,2026-11-28,3')
    expect([first(until)?.approved, first(until, '2026-11-29')?.approved]).toEqual([true, false])
    expect(first({}, '2019-04-30')?.approved).toBe(false)
  })

  test('guardians and adopters need none', () => {
    expect(first(homes('mainstream', 'special_guardianship'))?.needsApproval).toBe(false)
    expect(first(homes('mainstream', 'kinship'))?.needsApproval).toBe(true)
  })

  test('a check is good up to and on the day it runs out; one that is not known has not lapsed', () => {
    const dated = (day: string) => homes('2199-01-01,2199-01-01,', `${day},${day},${day}`)
    expect(first(dated('2026-11-28'))?.lapsed).toEqual([])
    expect(first(dated('2026-11-27'))?.lapsed).toEqual([
      'the DBS check',
      'the review',
      'the allergy training',
    ])
    expect(first(dated(''))?.lapsed).toEqual([])
  })
})

describe('children', () => {
  test('who live there that day', () => {
    expect(first({})?.children).toEqual([
      { child: 'C001', bornOn: '2019-01-01', solo: false, siblingGroup: null, lookedAfter: true },
    ])
    expect(first({}, '2023-12-31')?.children).toEqual([])
    expect(first(children('H001,2024-01-01', ','))?.children).toEqual([])
  })

  test('cared for alone, brothers and sisters, and not looked after', () => {
    const one = first(
      children(
        'C2,H001,2024-01-01,Ashcombe,,,,can,no_preference',
        'SGO,H001,2024-01-01,Ashcombe,G1,,,can,solo',
      ),
    )
    expect(one?.children).toMatchObject([{ solo: true, siblingGroup: 'G1', lookedAfter: false }])
  })
})

describe('links', () => {
  test('children who must not meet are their homes', () => {
    expect(
      facts(links('must_not_meet,C002,C001,court,,', 'friendship,H001,H002,,,', 'keep_apart,H002,H001,,,'))
        .links,
    ).toEqual([
      { kind: 'must_not_meet', a: 'H002', b: 'H001' },
      { kind: 'friendship', a: 'H001', b: 'H002' },
      { kind: 'keep_apart', a: 'H002', b: 'H001' },
    ])
  })

  test('one that is over, or of a child who lives nowhere, asks for nothing', () => {
    expect(facts(links('keep_apart,H001,H002,,2026-11-27,')).links).toEqual([])
    expect(facts(links('keep_apart,H001,H002,,2026-11-28,')).links).toHaveLength(1)
    const nowhere = { ...links('must_not_meet,C001,C002,court,,'), ...children('H001,2024-01-01', ',') }
    expect(facts(nowhere).links).toEqual([])
  })
})
