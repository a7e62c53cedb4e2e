import { describe, expect, test } from 'vitest'
import {
  child,
  days,
  FRIDAY,
  MONDAY,
  SATURDAY,
  SUNDAY,
  sleeper,
  span,
  weighed,
} from '../../../tests/given/stay-facts.ts'
import { isFostered, limitFindings } from './limit.ts'

const saturdayNight = span('2026-11-28 20:00', '2026-11-29 09:00')
const [ash, bryn, cai] = ['Ash', 'Bryn', 'Cai'].map((name) => child(name)) as [
  ReturnType<typeof child>,
  ReturnType<typeof child>,
  ReturnType<typeof child>,
]
/** Children who are all brothers and sisters of each other. */
const siblings = (...names: string[]) => {
  const ids = names.map((name) => name.toLowerCase())
  return names.map((name) => child(name, { siblings: ids.filter((id) => id !== name.toLowerCase()) }))
}
const stops = (of: Parameters<typeof weighed>[0]) =>
  limitFindings(weighed(of)).map(({ level, key }) => `${level} ${key}`)

describe('the usual fostering limit', () => {
  test('own foster child and two brothers or sisters of a satellite are three: pass', () => {
    expect(stops({ children: siblings('Ash', 'Bryn'), host: { sleepers: [sleeper('own')] } })).toEqual([])
  })

  test('own foster child and three brothers and sisters are four: an exemption must name all four', () => {
    const asked = { children: siblings('Ash', 'Bryn', 'Cai') }
    const host = { sleepers: [sleeper('own')] }
    const naming = (...children: string[]) => ({ ...host, exemptions: [{ children, during: days() }] })
    expect(stops({ ...asked, host })).toEqual(['stop 5'])
    expect(stops({ ...asked, host: naming('ash', 'bryn', 'cai') })).toEqual(['stop 5'])
    expect(stops({ ...asked, host: naming('own', 'ash', 'bryn') })).toEqual(['stop 5'])
    expect(stops({ ...asked, host: naming('own', 'ash', 'bryn', 'cai') })).toEqual([])
  })

  test('four brothers and sisters alone: pass', () => {
    expect(stops({ children: siblings('Ash', 'Bryn', 'Cai', 'Dee') })).toEqual([])
  })

  test('four who live and stay there pass where all are brothers and sisters, one of them at home there', () => {
    const asked = siblings('Ash', 'Bryn', 'Cai').map((one) => ({
      ...one,
      siblings: [...one.siblings, 'own'],
    }))
    const own = sleeper('own', { siblings: ['ash', 'bryn', 'cai'] })
    expect(stops({ children: asked, host: { sleepers: [own] } })).toEqual([])
  })

  test('half a family is no family: Bryn and Cai each share a parent with the rest, not with each other', () => {
    const family = [
      child('Ash', { siblings: ['bryn', 'cai', 'dee'] }),
      child('Bryn', { siblings: ['ash', 'dee'] }),
      child('Cai', { siblings: ['ash', 'dee'] }),
      child('Dee', { siblings: ['ash', 'bryn', 'cai'] }),
    ]
    expect(stops({ children: family })).toEqual(['stop 5'])
  })

  test('names only the host, the number, the night, and who can allow more', () => {
    const sleepers = [sleeper('own'), sleeper('guest', { present: [saturdayNight] })]
    const [found] = limitFindings(weighed({ children: [ash, bryn, cai], host: { sleepers } }))
    expect(found).toMatchObject({
      says: 'There would be 5 foster children at Harbour House on Sat 28 Nov. The limit is 3. Only Ashcombe Council can allow more, in writing, naming each child.',
      evidence: '2 nights over the limit; no exemption names all of them',
      overriddenBy: [],
      children: [],
    })
    const unknown = { sleepers, localAuthority: null }
    expect(limitFindings(weighed({ children: [ash, bryn, cai], host: unknown }))[0]?.says).toContain(
      'Only the authority where the carer lives can allow more',
    )
  })
})

describe('who counts on a night', () => {
  const three = [ash, bryn, cai]

  test('the carers’ own children, and children not looked after, do not', () => {
    expect(stops({ children: three, host: { sleepers: [sleeper('own', { fostered: false })] } })).toEqual([])
    const adopted = child('Dee', { statuses: [{ status: 'adopted', during: days() }] })
    expect(stops({ children: [...three, adopted] })).toEqual([])
  })

  test('a child who lives there does not while they sleep elsewhere', () => {
    const away = [span('2026-11-27 17:00', '2026-11-27 21:00'), span('2026-11-29 10:00', '2026-11-29 16:00')]
    expect(stops({ children: three, host: { sleepers: [sleeper('own', { present: away })] } })).toEqual([])
  })

  test('a child who comes at 3 in the morning does, for the night before', () => {
    const sleepers = [sleeper('guest', { present: [span('2026-11-29 03:00', '2026-11-29 16:00')] })]
    const [found] = limitFindings(weighed({ children: three, host: { sleepers } }))
    expect(found?.says).toContain('on Sat 28 Nov')
    expect(found?.evidence).toContain('1 night over')
  })

  test('a child with two stretches there on one night counts once', () => {
    const twice = [
      sleeper('guest', { present: [span('2026-11-27 17:00', '2026-11-28 01:00')], bed: 'bed-1' }),
      sleeper('guest', { present: [span('2026-11-28 01:00', '2026-11-29 16:00')], bed: 'bed-2' }),
    ]
    expect(stops({ children: [ash, bryn], host: { sleepers: twice } })).toEqual([])
  })

  test('a child who is asked for and known to be there counts once', () => {
    expect(stops({ children: three, host: { sleepers: [sleeper('cai')] } })).toEqual([])
  })

  test('a child who is asked for and not looked after does not, whatever was known of them there', () => {
    const adopted = child('Dee', { statuses: [{ status: 'adopted', during: days() }] })
    expect(stops({ children: [...three, adopted], host: { sleepers: [sleeper('dee')] } })).toEqual([])
  })

  test('a host that is over the limit already can take a child who is not looked after', () => {
    const sleepers = ['a', 'b', 'c', 'd'].map((id) => sleeper(id))
    const sgo = child('Ash', { statuses: [{ status: 'SGO', during: days() }] })
    expect(stops({ children: [sgo], host: { sleepers } })).toEqual([])
    expect(stops({ children: [sgo, bryn], host: { sleepers } })).toEqual(['stop 5'])
  })
})

describe('an exemption', () => {
  const asked = { children: [ash, bryn, cai] }
  const all = ['own', 'ash', 'bryn', 'cai']
  const exempted = (...during: ReturnType<typeof days>[]) => ({
    sleepers: [sleeper('own')],
    exemptions: during.map((held) => ({ children: all, during: held })),
  })

  test('holds for every night, each on its evening and its morning', () => {
    expect(stops({ ...asked, host: exempted(days(FRIDAY, MONDAY)) })).toEqual([])
    expect(stops({ ...asked, host: exempted(days(FRIDAY, SUNDAY)) })).toEqual(['stop 5'])
    expect(stops({ ...asked, host: exempted(days(SATURDAY, MONDAY)) })).toEqual(['stop 5'])
  })

  test('may be followed by another the day it ends', () => {
    expect(stops({ ...asked, host: exempted(days(FRIDAY, SATURDAY), days(SATURDAY, MONDAY)) })).toEqual([])
  })

  test('given on Saturday covers a child taken in at 2:07 that night', () => {
    const early = { ...asked, span: span('2026-11-28 02:07', '2026-11-28 09:00') }
    expect(stops({ ...early, host: exempted(days(SATURDAY, SUNDAY)) })).toEqual([])
  })

  test('does not add up from two papers that each name some', () => {
    const papers = [
      ['own', 'ash'],
      ['bryn', 'cai'],
    ].map((children) => ({ children, during: days() }))
    expect(stops({ ...asked, host: { sleepers: [sleeper('own')], exemptions: papers } })).toEqual(['stop 5'])
  })
})

describe('looked after', () => {
  test('follows the status of the day; where none is known the stricter rules apply', () => {
    const turns = {
      statuses: [
        { status: 'C2', during: days(FRIDAY, SUNDAY) },
        { status: 'SGO', during: days(SUNDAY) },
      ],
    }
    expect([FRIDAY, SATURDAY, SUNDAY].map((day) => isFostered(turns, day))).toEqual([true, true, false])
    expect(isFostered(turns, '2026-11-26')).toBe(true)
  })

  test('on the evening or the morning counts for the night', () => {
    const until = {
      statuses: [
        { status: 'C2', during: days('2020-01-01', SUNDAY) },
        { status: 'SGO', during: days(SUNDAY) },
      ],
    }
    const children = ['Ash', 'Bryn', 'Cai', 'Dee'].map((name) => child(name, until))
    const [found] = limitFindings(weighed({ children }))
    expect(found?.evidence).toContain('2 nights over')
  })
})
