import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openDoor } from '../src/door.ts'
import { action } from '../src/platform/action.ts'
import type { Caller } from '../src/platform/actor.ts'
import type { Database } from '../src/platform/database.ts'
import { askForSleepover } from '../src/sleepovers/ask-for-sleepover.ts'
import { addDays } from '../src/values/london.ts'
import { spread } from './statistics.ts'

const AT_ONCE = 8
const BATCH = 48

type Job = { caller: Caller; child: string; host: string }

/**
 * Sleepovers asked for in a second, by eight at once, each of another home for another hub; against transactions of
 * three rows and nothing else, and against an action that writes three rows and nothing else. On one pool, in turns.
 */
export async function booking(database: Database, rounds: number) {
  await database.owner.query(`create table if not exists bench_row (id uuid primary key, service_id uuid not null, at timestamptz not null, says text not null);
    grant select, insert on bench_row to constellation_app`)
  const door = openDoor(database.app, () => new Date())
  const { jobs, friday } = await asked(database, (rounds + 1) * BATCH)
  const callers = jobs.map(({ caller }) => caller)
  const refused = new Map<string, number>()
  const ask = async ({ caller, child, host }: Job) => {
    const days = { from: friday, fromTime: '17:00', until: addDays(friday, 2), untilTime: '16:00' }
    const input = {
      children: [child],
      host,
      ...days,
      why: 'rest',
      splitReason: 'One at a time',
      views: { [child]: 'Good' },
    }
    await door.perform(askForSleepover, caller, input).catch((no: Error) => {
      refused.set(no.message, (refused.get(no.message) ?? 0) + 1)
    })
  }
  const bare = ({ service }: Caller) =>
    database.app.transaction().execute(async (tx) => {
      for (let row = 0; row < 3; row++) await threeRows(tx, service)
    })
  const least = (caller: Caller) => door.perform(writeThree, caller, {})

  const perSecond = { booked: [] as number[], bare: [] as number[], leastAction: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const of = jobs.slice(round * BATCH, (round + 1) * BATCH)
    const some = callers.slice(round * BATCH, (round + 1) * BATCH)
    const turn = {
      bare: await rate(some, bare),
      booked: await rate(of, ask),
      leastAction: await rate(some, least),
    }
    // The first round warms up.
    if (round > 0)
      for (const what of ['bare', 'booked', 'leastAction'] as const) perSecond[what].push(turn[what])
  }
  const ratio = (to: number[]) =>
    spread(perSecond.booked.map((value, round) => value / (to[round] ?? Number.NaN)))
  return {
    goal: 0.5,
    atOnce: AT_ONCE,
    bookedASecond: spread(perSecond.booked),
    bareASecond: spread(perSecond.bare),
    leastActionASecond: spread(perSecond.leastAction),
    toBare: ratio(perSecond.bare),
    toLeastAction: ratio(perSecond.leastAction),
    refused: Object.fromEntries(refused),
  }
}

/** An action that writes three rows: what the door itself costs. */
const writeThree = action({
  name: 'write-three',
  says: 'Writes three rows.',
  input: z.object({}),
  subject: async () => null,
  allow: () => true,
  run: async ({ db, actor }) => {
    for (let row = 0; row < 3; row++) await threeRows(db, actor.service.id)
    return {}
  },
})

type Db = Parameters<Parameters<ReturnType<Database['app']['transaction']>['execute']>[0]>[0]

const threeRows = (db: Db, service: string) =>
  db
    .insertInto('bench_row' as 'session')
    .values({ id: randomUUID(), service_id: service, at: new Date(), says: 'A row' } as never)
    .execute()

/** How many a second, eight at once. */
async function rate<T>(jobs: readonly T[], work: (job: T) => Promise<unknown>): Promise<number> {
  const left = [...jobs]
  const start = performance.now()
  const one = async () => {
    for (let job = left.pop(); job !== undefined; job = left.pop()) await work(job)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return jobs.length / ((performance.now() - start) / 1000)
}

/** One child of each constellation, service after service, for a weekend that nobody has asked for yet. */
async function asked(database: Database, many: number): Promise<{ jobs: Job[]; friday: string }> {
  const { rows: last } = await database.owner.query<{ friday: string }>(
    "select (date_trunc('week', max(upper(during))) + interval '11 days')::date::text as friday from stay",
  )
  const { rows } = await database.owner.query<Job & { service: string; person: string }>(
    `select distinct on (turn, service) * from (
      select c.service_id as service, c.person_id as person, p.child_id as child, hub.household_id as host,
        dense_rank() over (partition by c.service_id order by hub.household_id) as turn
      from membership hub join membership m on m.constellation_id = hub.constellation_id and m.part = 'satellite'
      join household_carer c on c.household_id = m.household_id
      join placement p on p.household_id = m.household_id and p.during @> current_date
      join consent k on k.child_id = p.child_id and k.item = 'overnight_stay' and k.decision = 'agreed'
      where hub.part = 'hub'
    ) found order by turn, service, child limit $1`,
    [many],
  )
  if (rows.length < many) throw new Error(`The country has only ${rows.length} children to ask for`)
  const jobs = rows.map(({ service, person, child, host }) => ({
    caller: { service, person, via: 'web' as const },
    child,
    host,
  }))
  return { jobs, friday: last[0]?.friday ?? '' }
}
