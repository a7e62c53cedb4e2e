import { describe, expect, test } from 'vitest'
import { child, sleeper, span, weighed } from '../../../tests/given/stay-facts.ts'
import { siblingFindings } from './siblings.ts'

type Of = Parameters<typeof weighed>[0]
const found = (of: Of) => siblingFindings(weighed({ leftAtHome: ['bryn'], ...of }))
const told = { splitReason: 'Bryn has a match on Saturday', views: { ash: 'I do not mind' } }

describe('given a brother or sister at home who is not asked for', () => {
  test('with a reason and what each child says it is only good to know', () => {
    expect(found({ asked: told })).toMatchObject([
      {
        rule: '9',
        key: '9',
        level: 'know',
        says: 'Brothers and sisters are split for this stay; the reason and what the children say are recorded.',
        evidence: '1 brother or sister in the same home not asked for',
        overriddenBy: [],
        children: [],
      },
    ])
  })

  test.each([
    ['neither', {}, 'Please say why and write down what each child says about it'],
    ['no reason', { ...told, splitReason: null }, 'Please say why, or'],
    ['a blank reason', { ...told, splitReason: '  ' }, 'Please say why, or'],
    ['no view', { ...told, views: {} }, 'Please write down what each child says about it'],
    ['a blank view', { ...told, views: { ash: ' ' } }, 'Please write down what each child says about it'],
    [
      'another child’s view',
      { ...told, views: { bryn: 'Fine' } },
      'Please write down what each child says about it',
    ],
  ])('with %s it says what is missing, or their social worker must agree', (_, asked, says) => {
    const [finding] = found({ asked })
    expect(finding).toMatchObject({ level: 'yes', key: '9', overriddenBy: ['child_social_worker'] })
    expect(finding?.says).toContain(`A brother or sister at home is not going. ${says}`)
    expect(finding?.says).toContain('or their social worker must agree.')
  })

  test('every child’s view is needed', () => {
    const children = [child('Ash'), child('Cai')]
    expect(found({ children, asked: told })[0]?.level).toBe('yes')
    expect(
      found({ children, asked: { ...told, views: { ash: 'Fine', cai: 'I will miss him' } } })[0]?.level,
    ).toBe('know')
  })

  test('several are counted, never named', () => {
    const [finding] = found({ leftAtHome: ['bryn', 'dee'], asked: told })
    expect(finding?.evidence).toBe('2 brothers and sisters in the same home not asked for')
    expect(JSON.stringify(finding)).not.toContain('bryn')
  })
})

test('given none at home, nobody is split', () => {
  expect(found({ leftAtHome: [] })).toEqual([])
})

test('given a brother who is at the host already, nobody is split', () => {
  expect(found({ host: { sleepers: [sleeper('bryn')] } })).toEqual([])
  expect(
    found({ leftAtHome: ['bryn', 'dee'], host: { sleepers: [sleeper('bryn')] } })[0]?.evidence,
  ).toContain('1 brother')
  const gone = sleeper('bryn', { present: [span('2026-11-20 10:00', '2026-11-27 10:00')] })
  expect(found({ host: { sleepers: [gone] } })).toHaveLength(1)
})
