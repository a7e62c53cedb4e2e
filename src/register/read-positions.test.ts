import { expect, test } from 'vitest'
import { sayNotice, sayProblem } from './problems.ts'
import { type PlacedAt, type PositionsRead, readPositions } from './read-positions.ts'

async function read(...chunks: string[]) {
  const said: PositionsRead = { lines: 0, problems: [], notices: [] }
  const places: PlacedAt[] = []
  async function* source() {
    yield* chunks
  }
  for await (const batch of readPositions('places.csv', source(), said, 2)) places.push(...batch)
  return {
    places,
    lines: said.lines,
    says: said.problems.map(sayProblem),
    tells: said.notices.map(sayNotice),
  }
}

test('a directory of units is read by its own column names, however it is cut up on the way', async () => {
  const { places, says } = await read(
    '\ufeff"pcd","PCDS","LAT","LO',
    'NG"\n"GL1 1JY","GL1 1JY",51.8,',
    '-2.25\n',
  )
  expect(says).toEqual([])
  expect(places).toEqual([{ place: 'GL1 1JY', level: 'unit', lat: 51.8, lon: -2.25 }])
})

test('sectors and outcodes are known by their width', async () => {
  const { places } = await read('sector,lat,lon\nGL1 1,51.8,-2.2\n')
  expect(places[0]).toMatchObject({ place: 'GL1 1', level: 'sector' })
  expect((await read('outcode,lat,lon\ngl1,51.8,-2.2\n')).places[0]).toMatchObject({
    place: 'GL1',
    level: 'outcode',
  })
})

test('lines without a position and codes long out of use are passed over, with their number', async () => {
  const { places, says, tells } = await read(
    'pcds,lat,long\nGL1 1JY,99.999999,0\nW1M 0AA,51.5,-0.1\nNPT,51.5,-3\nGL1 1GP,51.8,-2.2\n',
  )
  expect(places.map(({ place }) => place)).toEqual(['GL1 1GP'])
  expect(says).toEqual([])
  expect(tells).toEqual([
    'places.csv: 3 lines without a position, or with a code long out of use, are left out',
  ])
})

test('every line that cannot be read is told', async () => {
  const { says } = await read('postcode,lat,lon\nhere,51.8,-2.2\nGL1 1JY,north,-2.2\nGL1 1GP,51.8,-220\n')
  expect(says).toEqual([
    'places.csv:2: postcode: "here" is not a postcode, sector or outcode; write it like PO6 4UA, PO6 4 or PO6',
    'places.csv:3: lat: "north" is not in the United Kingdom; write degrees from 49 to 61.5',
    'places.csv:4: lon: "-220" is not in the United Kingdom; write degrees from -9 to 2.5',
  ])
})

test.each([
  ['without places', 'name,lat,lon\nx,1,2\n', 'no column of it names places'],
  ['without lat', 'sector,lon\nGL1 1,2\n', 'the column lat is missing'],
  ['empty', '', 'it is empty'],
  ['a header alone', 'sector,lat,lon\n', 'it has no lines under its header'],
])('a file %s is told', async (_what, text, expected) => {
  expect((await read(text)).says[0]).toContain(expected)
})
