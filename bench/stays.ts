import { availableParallelism } from 'node:os'
import { openDatabase } from '../src/platform/database.ts'
import { booking } from './booking.ts'
import { country } from './country.ts'
import { get } from './pages.ts'
import { carers, worker } from './people.ts'
import { startServer } from './server.ts'
import { spread } from './statistics.ts'

/*
 * The figures of every kind of stay, in the country of bench/country.ts. One JSON object, then a table to read. An empty
 * page is /tasks: the same door, session, transaction and layout, and a query of one row.
 */

const EMPTY = '/tasks'
const ROUNDS = 120
const WARM = 30
const say = (line: string) => process.stderr.write(`${line}\n`)

const emergency = (child: string) => `/sleepovers/emergency/homes?children=${child}&happened=carer_ill`

const whole = await country(150)
const one = await country(1)

const database = await openDatabase({ dataDir: whole.dataDir })
const alone = await openDatabase({ dataDir: one.dataDir })
const asking = await carers(database, 1, 12)
const askingAlone = await carers(alone, 1, 12)
const duty = await worker(database, 2, 'duty_worker')
await alone.close()

say('Pages, side by side')
const server = await startServer(whole.dataDir)
const small = await startServer(one.dataDir)
const shown = async (url: string, path: string, cookie: string) => {
  const { status, milliseconds, body } = await get(url + path, cookie)
  if (status !== 200) throw new Error(`${path} was not shown: ${status} ${body.toString().slice(0, 2000)}`)
  return milliseconds
}
const times = {
  empty: [] as number[],
  ranking: [] as number[],
  rankingAlone: [] as number[],
  dutyEmpty: [] as number[],
  tonight: [] as number[],
}
for (let round = 0; round < ROUNDS + WARM; round++) {
  const carer = asking[round % asking.length]
  const same = askingAlone[round % askingAlone.length]
  if (!carer || !same) throw new Error('Nobody asks')
  const turn = {
    empty: await shown(server.url, EMPTY, carer.cookie),
    ranking: await shown(server.url, emergency(carer.child), carer.cookie),
    rankingAlone: await shown(small.url, emergency(same.child), same.cookie),
    dutyEmpty: await shown(server.url, EMPTY, duty.cookie),
    tonight: await shown(server.url, '/tonight', duty.cookie),
  }
  if (round < WARM) continue
  for (const what of Object.keys(times) as (keyof typeof times)[]) times[what].push(turn[what])
}
const ratio = (of: number[], to: number[]) =>
  spread(of.map((value, round) => value / (to[round] ?? Number.NaN)))
await server.stop()
await small.stop()

say('Bookings, eight at once')
const booked = await booking(database, 15)
await database.close()

const results = {
  machine: { node: process.version, cores: availableParallelism() },
  country: { services: whole.services, megabytes: whole.megabytes, seconds: whole.seconds },
  emptyMilliseconds: spread(times.empty),
  ranking: {
    goal: { median: 2, high: 4 },
    milliseconds: spread(times.ranking),
    toEmpty: ratio(times.ranking, times.empty),
  },
  rankingGrowth: { goal: 1.2, of150To1: ratio(times.ranking, times.rankingAlone) },
  tonight400: {
    goal: 3,
    milliseconds: spread(times.tonight),
    toEmpty: ratio(times.tonight, times.dutyEmpty),
  },
  booking: booked,
}
console.log(JSON.stringify(results))

const shownAs = ({ median, low, high }: { median: number; low: number; high: number }) =>
  `${median} (${low} to ${high})`
const { ranking, rankingGrowth, tonight400 } = results
const table: [string, string, string][] = [
  ['Empty page, milliseconds', shownAs(results.emptyMilliseconds), ''],
  ['Emergency ranking to an empty page', shownAs(ranking.toEmpty), 'median 2, high 4'],
  ['The same, 150 services to 1', shownAs(rankingGrowth.of150To1), '1.2'],
  ['Tonight for 400 children to an empty page', shownAs(tonight400.toEmpty), '3'],
  ['Bookings to bare transactions of three rows', shownAs(booked.toBare), '0.5'],
  ['Bookings to an action that writes three rows', shownAs(booked.toLeastAction), ''],
]
for (const [what, figure, goal] of table)
  say(`${what.padEnd(48)}${figure.padEnd(28)}${goal && `goal ${goal}`}`)
