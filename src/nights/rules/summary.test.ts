import { expect, test } from 'vitest'
import { boardOf, type Child, type Home } from './board.ts'
import { isWide, summed, within } from './summary.ts'

const NIGHT = '2026-11-27'
const MOMENT = new Date('2026-11-27T19:00:00Z')
const everything = { seesAll: true, homes: [], constellations: [], carer: false }

const home = (household: string, constellation: string | null, beds = 1): Home => ({
  household,
  name: `The ${household}`,
  constellation,
  constellationName: constellation,
  part: constellation === null ? null : 'satellite',
  beds,
  taken: 0,
  closed: household === 'shut',
  open: true,
})
const child = (name: string, livesAt: string, host?: string, arrived = true): Child => ({
  child: name,
  name,
  lastName: '',
  livesAt,
  stays: host
    ? [
        {
          stay: `stay of ${name}`,
          kind: 'planned',
          status: arrived ? 'arrived' : 'accepted',
          home: livesAt,
          host,
          from: new Date(`2026-11-27T${arrived ? 17 : 20}:00:00Z`),
          to: new Date('2026-11-29T16:00:00Z'),
          follows: null,
          formerStatus: null,
          formerHost: null,
          arrivedAt: arrived ? new Date('2026-11-27T17:10:00Z') : null,
          overAt: null,
          bed: null,
          room: null,
        },
      ]
    : [],
})

const homes = [
  home('lark', 'ring'),
  home('hazel', 'ring', 2),
  home('shut', 'ring'),
  home('weir', 'far'),
  home('alone', null),
]
const children = [
  child('Ada', 'lark'),
  child('Ben', 'lark', 'weir'),
  child('Cai', 'weir', 'hazel', false),
  child('Dot', 'alone'),
  child('Eve', 'gone'),
]
const board = boardOf(NIGHT, MOMENT, children, homes, everything)

test('a constellation in a line counts the children of its homes, wherever they sleep', () => {
  expect(summed(board, homes)).toEqual([
    {
      constellation: 'ring',
      name: 'ring',
      homes: 3,
      atHome: 1,
      out: 1,
      arriving: 0,
      late: 0,
      bedsLeft: 3,
      shut: 1,
    },
    {
      constellation: 'far',
      name: 'far',
      homes: 1,
      atHome: 0,
      out: 0,
      arriving: 1,
      late: 0,
      bedsLeft: 1,
      shut: 0,
    },
    // A child of a home that nobody knows is counted here, so that every child is on some page.
    {
      constellation: null,
      name: null,
      homes: 1,
      atHome: 2,
      out: 0,
      arriving: 0,
      late: 0,
      bedsLeft: 1,
      shut: 0,
    },
  ])
})

test.each([
  ['ring', ['Cai', 'Ben', 'Ada'], ['lark', 'hazel', 'shut']],
  ['far', ['Cai', 'Ben'], ['weir']],
  [null, ['Dot', 'Eve'], ['alone']],
])('of %s: its homes, and who lives or sleeps there', (constellation, names, households) => {
  const part = boardOf(NIGHT, MOMENT, children, homes, everything, within(constellation, homes))
  expect(part.children.map(({ name }) => name)).toEqual(names)
  expect(part.groups.flatMap((group) => group.homes.map(({ household }) => household))).toEqual(households)
  // Homes of elsewhere keep their names.
  expect(part.children.every(({ state, atName }) => state === 'home' || atName !== null)).toBe(true)
})

test('every child is on the page of some constellation, or of none', () => {
  const pages = ['ring', 'far', null].flatMap(
    (one) => boardOf(NIGHT, MOMENT, children, homes, everything, within(one, homes)).children,
  )
  expect(new Set(pages.map(({ name }) => name))).toEqual(new Set(children.map(({ name }) => name)))
})

test('four constellations are read home by home, a service is not', () => {
  const many = (number: number) =>
    boardOf(
      NIGHT,
      MOMENT,
      [],
      Array.from({ length: number }, (_, at) => home(`${at}`, 'ring')),
      everything,
    )
  expect(isWide(many(60))).toBe(false)
  expect(isWide(many(61))).toBe(true)
})
