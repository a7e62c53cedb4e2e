import { describe, expect, test } from 'vitest'
import type { StayListed } from '../sleepovers/store-lists.ts'
import { hrefOf, nextThings } from './rules.ts'

const at = (moment: string) => new Date(moment)
const MINE = 'home-of-mine'

const stay = (change: Partial<StayListed> = {}): StayListed => ({
  id: 's1',
  kind: 'planned',
  heldReason: null,
  follows: null,
  series: null,
  from: at('2026-11-27T17:00:00Z'),
  to: at('2026-11-29T16:00:00Z'),
  status: 'accepted',
  home: 'another-home',
  homeName: 'Larkrise',
  host: 'hub',
  hostName: 'Hazel House',
  names: ['Ada', 'Kit'],
  number: 2,
  lateSince: null,
  waiting: 0,
  ...change,
})

const facts = { stays: [], tasks: [], invitations: [], checks: [], ownHomes: [MINE], today: '2026-11-22' }

describe('what is next', () => {
  test('the dates of a series are one question, and a day is asked in its own words', () => {
    const one = { status: 'requested' as const, home: 'larkrise', host: MINE, series: 'weekly' }
    const stays = [
      stay({ ...one, id: 'second', from: at('2026-12-11T17:00:00Z') }),
      stay({ ...one, id: 'first' }),
      stay({ ...one, id: 'alone', series: 'other', from: at('2026-12-01T17:00:00Z') }),
      stay({ ...one, id: 'day', series: null, kind: 'day_care', from: at('2026-12-20T09:00:00Z') }),
    ].sort((a, b) => a.from.getTime() - b.from.getTime())
    expect(nextThings({ ...facts, stays }).map(({ says, href }) => [says, href])).toEqual([
      ['Can Ada and Kit sleep at your home on 2 dates?', '/series/weekly'],
      ['Can Ada and Kit sleep at your home?', '/sleepovers/alone'],
      ['Can Ada and Kit be at your home?', '/sleepovers/day'],
    ])
  })

  test('nothing, when nothing waits', () => {
    expect(nextThings(facts)).toEqual([])
  })

  test('a sleepover to come says who, where and how it stands', () => {
    expect(nextThings({ ...facts, stays: [stay()] })).toEqual([
      {
        at: at('2026-11-27T17:00:00Z'),
        heading: 'Fri 27 Nov, 5pm',
        says: 'Ada and Kit to sleep at Hazel House',
        note: 'Agreed',
        href: '/sleepovers/s1',
      },
    ])
  })

  test('one that goes on says until when', () => {
    const [thing] = nextThings({ ...facts, stays: [stay({ status: 'arrived' })] })
    expect(thing).toMatchObject({
      heading: 'Until Sun 29 Nov, 4pm',
      says: 'Ada and Kit at Hazel House',
      note: 'There now',
    })
  })

  test('children the reader may not see are counted, and a host they do not know is another home', () => {
    const [thing] = nextThings({ ...facts, stays: [stay({ names: [], hostName: null, number: 1 })] })
    expect(thing?.says).toBe('1 child to sleep at another home')
  })

  test('an answer that is waited for comes before everything that is sooner', () => {
    const things = nextThings({
      ...facts,
      stays: [
        stay({ id: 'sooner', from: at('2026-11-23T17:00:00Z') }),
        stay({ id: 'later', host: MINE, status: 'requested', from: at('2026-12-11T17:00:00Z') }),
        stay({ id: 'asked', host: MINE, status: 'requested', from: at('2026-12-04T17:00:00Z'), waiting: 2 }),
      ],
    })
    expect(things.map(({ href }) => href)).toEqual([
      '/sleepovers/asked',
      '/sleepovers/later',
      '/sleepovers/sooner',
    ])
    expect(things.map(({ note }) => note)).toEqual(['Waits for 2 yeses', 'Say yes or no', 'Agreed'])
    expect(things[0]?.says).toBe('Can Ada and Kit sleep at your home?')
  })

  test('a request that this home made itself is not asked of it', () => {
    const [thing] = nextThings({ ...facts, stays: [stay({ status: 'requested', home: MINE })] })
    expect(thing).toMatchObject({ says: 'Ada and Kit to sleep at Hazel House', note: 'Asked' })
  })

  test('an invitation, then tasks, stays and checks by the moment they are due', () => {
    const things = nextThings({
      ...facts,
      stays: [stay()],
      invitations: [{ invitation: 'i1', constellation: 'Kingfisher', invitedAt: at('2026-11-30T09:00:00Z') }],
      tasks: [
        {
          id: 't1',
          says: 'Say yes',
          kind: 'yes 9',
          aboutKind: 'stay',
          aboutId: 's2',
          due: at('2026-11-26T09:00:00Z'),
        },
        {
          id: 't2',
          says: 'Look',
          kind: 'below six',
          aboutKind: 'constellation',
          aboutId: 'c1',
          due: at('2026-12-09T09:00:00Z'),
        },
      ],
      checks: [
        { household: 'h1', name: 'Larkrise', kind: 'allergy_training', expiresOn: '2026-11-20' },
        { household: 'h1', name: 'Larkrise', kind: 'dbs', expiresOn: '2026-12-01' },
        { household: 'h1', name: 'Larkrise', kind: 'dbs', expiresOn: '2026-11-22' },
      ],
    })
    expect(things.map(({ heading, says, note, href }) => [heading, says, note, href])).toEqual([
      ['An invitation', 'Your home is invited to join Kingfisher.', 'Say yes or no', '/invitations/i1'],
      ['Ran out 20 November 2026', 'Larkrise: renew the allergy training', 'Check', '/households/h1'],
      ['By Sun 22 Nov', 'Larkrise: renew the DBS check', 'Check', '/households/h1'],
      ['By Thu 26 Nov, 9am', 'Say yes', 'To do', '/sleepovers/s2'],
      ['Fri 27 Nov, 5pm', 'Ada and Kit to sleep at Hazel House', 'Agreed', '/sleepovers/s1'],
      ['By Tue 1 Dec', 'Larkrise: renew the DBS check', 'Check', '/households/h1'],
      ['By Wed 9 Dec, 9am', 'Look', 'To do', '/constellations/c1'],
    ])
  })
})

test.each([
  ['stay', '/sleepovers/x'],
  ['constellation', '/constellations/x'],
  ['invitation', '/invitations/x'],
  ['household', '/households/x'],
  ['child', '/children/x'],
  ['weather', '/tasks'],
  [null, '/tasks'],
])('what is about a %s is shown at %s', (aboutKind, href) => {
  expect(hrefOf({ aboutKind, aboutId: 'x' })).toBe(href)
})
