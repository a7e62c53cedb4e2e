import { describe, expect, test } from 'vitest'
import { readCouncil } from './read-council.ts'

const home = (id: string, more: object = {}) => ({ id, x: 1.5, y: -2, canHub: true, ...more })
const council = (more: object = {}) => ({
  name: 'shire',
  unit: 'km',
  satellites: { min: 6, max: 10 },
  hubs: 1,
  homes: [home('H1'), home('H2', { x: 4.5, y: 2, canHub: false })],
  ...more,
})
const read = (value: object) => readCouncil(JSON.stringify(value), 'shire.json')
const wrong = (value: object) => {
  const found = read(value)
  return 'wrong' in found ? found.wrong : []
}

test('homes in kilometres, hubs with six to ten satellites, everybody in, exactly so many', () => {
  const found = read(council())
  expect(found).toMatchObject({
    value: [
      {
        agency: null,
        problem: {
          name: 'shire',
          scale: 1_000_000,
          journeys: { kind: 'plane', x: [1.5, 4.5], y: [-2, 2], round: 'nearest', unit: 1_000_000 },
          constellations: { least: 1, most: 1, price: 0 },
          homes: [
            { id: 'H1', load: 1, hub: { least: 7, most: 11 }, leaveOut: null },
            { id: 'H2', load: 1, hub: null, leaveOut: null },
          ],
        },
      },
    ],
  })
})

test('a problem for each agency, by name, each with its own homes and number', () => {
  const homes = [
    home('H1', { agency: 'West' }),
    home('H2', { agency: 'East' }),
    home('H3', { agency: 'West' }),
  ]
  const found = read(council({ homes, hubs: { West: 1, East: 2 } }))
  const problems = 'value' in found ? found.value : []
  expect(
    problems.map(({ agency, problem }) => [
      agency,
      problem.homes.map(({ id }) => id),
      problem.constellations.least,
    ]),
  ).toEqual([
    ['East', ['H2'], 2],
    ['West', ['H1', 'H3'], 1],
  ])
})

describe('what is wrong', () => {
  test('text that is no JSON', () => {
    expect(readCouncil('{', 'shire.json')).toEqual({
      wrong: [
        'shire.json: it is not JSON, or not one object; write {"satellites": …, "hubs": …, "homes": […]}.',
      ],
    })
  })

  const mixed = [home('H1', { agency: 'West' }), home('H2')]
  const west = [home('H1', { agency: 'West' })]
  test.each<[string, object, string]>([
    ['miles', { unit: 'miles' }, 'unit is "miles"; give coordinates in kilometres, and write "km"'],
    [
      'no homes',
      { homes: undefined },
      'homes is no list; write [{"id": "H0001", "x": 1.5, "y": 2, "canHub": true}, …]',
    ],
    ['an empty list', { homes: [] }, 'homes is empty; give at least one home'],
    [
      'a home that is none',
      { homes: [7] },
      'homes[0] is 7; write {"id": "H0001", "x": 1.5, "y": 2, "canHub": true}',
    ],
    ['no id', { homes: [home('')] }, 'homes[0] has no id; give each home its own'],
    ['an id twice', { homes: [home('H1'), home('H1')] }, 'the id H1 is there twice; give each home its own'],
    [
      'no coordinate',
      { homes: [home('H1', { x: undefined })] },
      'homes[0] (H1): x is missing; write its kilometres as a number, like 11.7',
    ],
    [
      'a coordinate that is no number',
      { homes: [home('H1', { y: '12' })] },
      'homes[0] (H1): y is "12"; write its kilometres as a number, like 11.7',
    ],
    [
      'canHub missing',
      { homes: [home('H1', { canHub: undefined })] },
      'homes[0] (H1): canHub is missing; write true or false',
    ],
    [
      'satellites the wrong way round',
      { satellites: { min: 10, max: 6 } },
      'satellites is {"min":10,"max":6}; write the least and most for each hub, like {"min": 6, "max": 10}',
    ],
    ['no hubs', { hubs: 0 }, 'hubs is 0; write how many constellations there are to be, at least 1'],
    ['half a hub', { hubs: 1.5 }, 'hubs is 1.5; write how many constellations there are to be, at least 1'],
    [
      'a number where there are agencies',
      { homes: west },
      'hubs is 1; homes carry an agency, so write how many each has, like {"West": 2}',
    ],
    [
      'an agency without a number',
      { homes: west, hubs: {} },
      'hubs says missing for West; write how many constellations it is to have, at least 1',
    ],
    [
      'an agency without homes',
      { homes: west, hubs: { West: 1, East: 1 } },
      'hubs names East, and no home belongs to it; take it out, or correct its name',
    ],
    [
      'a home without an agency',
      { homes: mixed, hubs: { West: 1 } },
      'H2 has no agency, and other homes have one; give every home its agency, or none',
    ],
  ])('%s', (_name, changes, sentence) => {
    expect(wrong(council(changes))).toEqual([`shire.json: ${sentence}.`])
  })
})
