import { CsvError, parse } from 'csv-parse'
import type { Point } from '../values/distance.ts'
import { type PlaceLevel, readPlace } from '../values/postcode.ts'
import { type Notice, type Problem, unreadable } from './problems.ts'
import { quoted } from './read-cells.ts'

/** A file as it comes, from a disk, a form or a text. */
export type Source = AsyncIterable<Uint8Array | string>

export type PlacedAt = Point & { place: string; level: PlaceLevel }

/** What a positions file says of itself while it is read. */
export type PositionsRead = { lines: number; problems: Problem[]; notices: Notice[] }

/** The first of these that a file has names its places; the directories of the ONS have several. */
const PLACE_COLUMNS = ['pcds', 'postcode', 'pcd8', 'pcd', 'pcd7', 'sector', 'outcode']
/** `W1M 0` and `NPT` are in published directories, and no postcode has been written so for many years. */
const OLD_PLACE = /^([A-Z]{3}|[A-Z]{1,2}\d{1,2}[A-Z]?)( ?\d([A-Z]{2})?)?$/i

const MOST_PROBLEMS = 10_000

/** Where the United Kingdom lies, in WGS 84 degrees. */
const LAT = [49, 61.5] as const
const LON = [-9, 2.5] as const

/**
 * Reads a positions file as it flows past, and gives its places in batches, each place once in a batch. Lines
 * without a position (the directory's 99.999999) and codes long out of use are passed over.
 */
export async function* readPositions(
  file: string,
  source: Source,
  said: PositionsRead,
  batch = 10_000,
): AsyncGenerator<PlacedAt[]> {
  const problem = (line: number, column: string, what: string, mend: string) => {
    if (said.problems.length < MOST_PROBLEMS) said.problems.push({ file, line, column, what, mend })
  }
  let columns: Columns | undefined
  let places = new Map<string, PlacedAt>()
  let passed = 0
  try {
    for await (const { record, lines } of recordsOf(source)) {
      if (!columns) {
        const found = columnsOf(record)
        if (typeof found === 'string') {
          said.problems.push(unreadable(file, found, MEND_HEADER))
          return
        }
        columns = found
        continue
      }
      said.lines++
      const cell = (index: number) => record[index]?.trim() ?? ''
      const name = cell(columns.place)
      const place = readPlace(name)
      const point = { lat: degrees(cell(columns.lat)), lon: degrees(cell(columns.lon)) }
      const unplaced = cell(columns.lat) === '' || cell(columns.lon) === '' || point.lat > 99
      if (unplaced || (!place && OLD_PLACE.test(name))) passed++
      else if (!place)
        problem(
          lines,
          columns.name,
          `${quoted(name)} is not a postcode, sector or outcode`,
          'write it like PO6 4UA, PO6 4 or PO6',
        )
      else if (!within(point.lat, LAT))
        problem(
          lines,
          'lat',
          `${quoted(cell(columns.lat))} is not in the United Kingdom`,
          `write degrees from ${LAT[0]} to ${LAT[1]}`,
        )
      else if (!within(point.lon, LON))
        problem(
          lines,
          'lon',
          `${quoted(cell(columns.lon))} is not in the United Kingdom`,
          `write degrees from ${LON[0]} to ${LON[1]}`,
        )
      else places.set(place.place, { ...place, ...point })
      if (places.size >= batch) {
        yield [...places.values()]
        places = new Map()
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    said.problems.push(
      unreadable(file, 'this cannot be read as a CSV', 'save it as “CSV UTF-8” and import that file'),
    )
    return
  }
  if (!columns) said.problems.push(unreadable(file, 'it is empty', MEND_HEADER))
  else if (said.lines === 0)
    said.problems.push(unreadable(file, 'it has no lines under its header', MEND_HEADER))
  if (passed > 0) {
    const says = `${passed.toLocaleString('en-GB')} lines without a position, or with a code long out of use, are left out`
    said.notices.push({ file, line: null, column: null, says })
  }
  if (places.size > 0) yield [...places.values()]
}

const MEND_HEADER = `the first line must name a place (${PLACE_COLUMNS.join(', ')}) and lat, lon (or long)`

type Columns = { place: number; name: string; lat: number; lon: number }

function columnsOf(header: string[]): Columns | string {
  const names = header.map((name) => name.trim().toLowerCase())
  const name = PLACE_COLUMNS.find((column) => names.includes(column))
  const lat = names.indexOf('lat')
  const lon = Math.max(names.indexOf('lon'), names.indexOf('long'))
  if (!name) return 'no column of it names places'
  if (lat < 0 || lon < 0) return `the column ${lat < 0 ? 'lat' : 'lon'} is missing`
  return { place: names.indexOf(name), name, lat, lon }
}

const degrees = (cell: string): number => (/^[+-]?\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN)
const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most

async function* recordsOf(source: Source): AsyncGenerator<{ record: string[]; lines: number }> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    info: true,
  })
  const fed = feed(parser, source)
  for await (const { record, info } of parser) yield { record, lines: info.lines }
  await fed
}

/** Hands the file to the parser no faster than it reads. */
async function feed(parser: ReturnType<typeof parse>, source: Source): Promise<void> {
  try {
    for await (const chunk of source) {
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  } catch (thrown) {
    parser.destroy(thrown as Error)
  }
}
