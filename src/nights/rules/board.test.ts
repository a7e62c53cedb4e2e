import { expect, test } from 'vitest'
import { boardOf, type Child, type Home } from './board.ts'

const NIGHT = '2026-11-27'
const MOMENT = new Date('2026-11-27T19:00:00Z')

const home = (household: string, change: Partial<Home> = {}): Home => ({
  household,
  name: `The ${household}`,
  constellation: 'ring',
  constellationName: 'Ring',
  part: 'satellite',
  beds: 1,
  taken: 0,
  closed: false,
  open: true,
  ...change,
})
const homes = [
  home('hub', { part: 'hub', beds: 2, taken: 1 }),
  home('mine', { beds: 0 }),
  home('peer', { closed: true }),
  home('weir', { open: false }),
  home('far', { constellation: null, constellationName: null, part: null, beds: 3 }),
]
const kit: Child = {
  child: 'kit',
  name: 'Kit',
  lastName: 'Marlowe',
  livesAt: 'mine',
  stays: [
    {
      stay: 'one',
      kind: 'emergency',
      status: 'arrived',
      home: 'mine',
      host: 'hub',
      from: new Date('2026-11-27T17:00:00Z'),
      to: new Date('2026-11-29T16:00:00Z'),
      follows: null,
      formerStatus: null,
      formerHost: null,
      arrivedAt: new Date('2026-11-27T17:10:00Z'),
      overAt: null,
      bed: 'Bed 1',
      room: 'Attic',
    },
  ],
}
const ada: Child = { child: 'ada', name: 'Ada', lastName: 'Marlowe', livesAt: 'mine', stays: [] }

const everything = { seesAll: true, homes: [], constellations: [], carer: false }

test('those who see all get every home with children or beds, and the numbers', () => {
  const { counts, groups, children } = boardOf(NIGHT, MOMENT, [ada, kit], homes, everything)
  expect(counts).toEqual({
    children: 2,
    atHome: 1,
    out: 1,
    arriving: 0,
    late: 0,
    elsewhere: 0,
    // One at the hub and three far away: homes that are shut have none.
    bedsLeft: 4,
    shut: 2,
  })
  expect(groups.map(({ name }) => name)).toEqual(['Ring', null])
  expect(children.map(({ name }) => name)).toEqual(['Kit', 'Ada'])
  expect(children[0]).toMatchObject({
    homeName: 'The mine',
    atName: 'The hub',
    emergency: true,
    bed: 'Bed 1',
  })
})

test('a hub carer sees their own home whole and of the others only the beds left', () => {
  const reader = { seesAll: false, homes: ['hub'], constellations: ['ring'], carer: true }
  // Ada comes next week: until then, where she sleeps is not theirs to know.
  const { groups, children } = boardOf(NIGHT, MOMENT, [kit, ada], homes, reader)
  expect(children.map(({ name }) => name)).toEqual(['Kit'])
  expect(groups).toHaveLength(1)
  const [hub, mine, peer, weir] = groups[0]?.homes ?? []
  expect(hub).toMatchObject({ whole: true, beds: 2, bedsLeft: 1, children: [{ name: 'Kit' }] })
  expect(mine).toMatchObject({ whole: false, beds: null, bedsLeft: 0, children: [] })
  expect(peer).toMatchObject({ shut: 'closed', bedsLeft: 0 })
  expect(weir).toMatchObject({ shut: 'not_open', bedsLeft: 0 })
})

test('a home of no constellation of theirs is shown only for the child who sleeps there', () => {
  const reader = { seesAll: false, homes: [], constellations: [], carer: false }
  const { groups, counts } = boardOf(NIGHT, MOMENT, [kit], homes, reader)
  expect(groups.flatMap((group) => group.homes.map(({ household }) => household))).toEqual(['hub'])
  expect(counts.bedsLeft).toBe(0)
})
