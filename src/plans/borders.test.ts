import { describe, expect, test } from 'vitest'
import { bordersIn, isInside, readBorders } from './borders.ts'

/** Two square councils of half a degree side by side, and an island of the first one with a hole. */
const topology = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [-2, 50] },
  arcs: [
    // The border they share, from south to north.
    [
      [5, 0],
      [0, 5],
    ],
    [
      [5, 5],
      [-5, 0],
      [0, -5],
      [5, 0],
    ],
    [
      [5, 5],
      [5, 0],
      [0, -5],
      [-5, 0],
    ],
    [
      [20, 20],
      [4, 0],
      [0, 4],
      [-4, 0],
      [0, -4],
    ],
    [
      [21, 21],
      [0, 2],
      [2, 0],
      [0, -2],
      [-2, 0],
    ],
  ],
  objects: {
    councils: {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'MultiPolygon',
          arcs: [[[0, 1]], [[3], [4]]],
          properties: { LAD24CD: 'E01', LAD24NM: 'Westmere' },
        },
        { type: 'Polygon', arcs: [[-1, -3]], properties: { utla: 'E02', utlaName: 'Eastholm' } },
        { type: 'Point', coordinates: [0, 0] },
      ],
    },
  },
}

const read = (file: unknown) => {
  const found = readBorders(JSON.stringify(file))
  if ('problem' in found) throw new Error(found.problem)
  return found.borders
}

describe('borders from a TopoJSON file', () => {
  const [west, east] = read(topology)

  test('have their councils’ names, whatever the column is called', () => {
    expect([west?.name, east?.name]).toEqual(['Westmere', 'Eastholm'])
  })

  test('are rings of degrees, the shared arc read both ways', () => {
    const rounded = (ring: readonly (readonly number[])[] | undefined) =>
      ring?.map((place) => place.map((degrees) => Math.round(degrees * 10) / 10))
    expect(rounded(west?.rings[0])).toEqual([
      [-1.5, 50],
      [-1.5, 50.5],
      [-2, 50.5],
      [-2, 50],
      [-1.5, 50],
    ])
    expect(rounded(east?.rings[0])).toEqual([
      [-1.5, 50.5],
      [-1.5, 50],
      [-1, 50],
      [-1, 50.5],
      [-1.5, 50.5],
    ])
    expect(west?.rings).toHaveLength(3)
  })

  test('know what is inside, islands and holes too', () => {
    if (!west || !east) throw new Error('two councils')
    expect([isInside(west, [-1.7, 50.2]), isInside(east, [-1.7, 50.2])]).toEqual([true, false])
    expect([isInside(west, [-1.2, 50.2]), isInside(east, [-1.2, 50.2])]).toEqual([false, true])
    expect([isInside(west, [0.05, 52.2]), isInside(west, [0.2, 52.2])]).toEqual([true, false])
  })

  test('are kept where they come into a box, and their other rings are not', () => {
    const near = bordersIn(read(topology), { west: -2, south: 50, east: -1.6, north: 51 })
    expect(near.map(({ name, rings }) => [name, rings.length])).toEqual([['Westmere', 1]])
  })

  test('may be written in degrees as they are, after a byte-order mark', () => {
    const plain = {
      type: 'Topology',
      arcs: [
        [
          [0, 50],
          [1, 50],
          [1, 51],
          [0, 50],
        ],
      ],
      objects: { one: { type: 'Polygon', arcs: [[0]] } },
    }
    expect(readBorders(`\uFEFF${JSON.stringify(plain)}`)).toEqual({
      borders: [
        {
          name: '',
          rings: [
            [
              [0, 50],
              [1, 50],
              [1, 51],
              [0, 50],
            ],
          ],
        },
      ],
    })
  })
})

test.each([
  ['no JSON', 'name,shape', /not a TopoJSON file/],
  ['another JSON', '{"type":"FeatureCollection","features":[]}', /not a TopoJSON file/],
  ['no area', JSON.stringify({ type: 'Topology', arcs: [], objects: { a: { type: 'Point' } } }), /no area/],
  [
    'an arc that is not there',
    JSON.stringify({ type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[7]] } } }),
    /damaged/,
  ],
  [
    'metres',
    JSON.stringify({
      type: 'Topology',
      arcs: [
        [
          [450000, 100000],
          [460000, 100000],
          [460000, 110000],
          [450000, 100000],
        ],
      ],
      objects: { a: { type: 'Polygon', arcs: [[0]] } },
    }),
    /not in degrees/,
  ],
])('a file with %s is refused in words', (_, text, said) => {
  expect(readBorders(text)).toEqual({ problem: expect.stringMatching(said) })
})
