import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { givenChild, givenConsent } from '../../tests/given/children.ts'
import { givenConstellation } from '../../tests/given/constellations.ts'
import { givenHome } from '../../tests/given/households.ts'
import { type GivenWeekend, givenAccepted, givenWeekend, request } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import type { DB } from '../platform/tables.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../sleepovers/ask-for-sleepover.ts'
import { readCard } from '../sleepovers/read-card.ts'
import { recordArrival } from '../sleepovers/record-arrival.ts'
import { checkRecords } from './verify.ts'

// Each statement spoiled is a whole check of the database.
vi.setConfig({ testTimeout: 60_000 })

/* Records spoiled by hand, as no action can: each breach is found, with the rows that show it. */

let database: Database
let owner: Kysely<DB>
let given: GivenWeekend
/** The weekend of 27 November at the hub, with both children there; and one a week later, agreed. */
let there: string
let coming: string
/** A child who lives at the hub, and one of another satellite with a stay at the hub in January. */
let ofHub: string
let other: string
let january: string
/** A second constellation of the same service. */
let second: { constellation: string; hub: string }

/** Saturday of the first weekend. */
const NOW = new Date('2026-11-28T12:00:00Z')

beforeAll(async () => {
  let now = new Date('2026-11-22T10:00:00Z')
  database = await testDatabase()
  const door: Door = openDoor(database.app, () => now)
  owner = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: () => database.owner.connect(), end: async () => {} },
    }),
  })
  given = await givenWeekend(database, door)
  const { hub, satellites, worker, callers, brother } = given
  const place = { worker, sex: 'F' as const }
  ofHub = await givenChild(door, callers.programmeLead, { ...place, household: hub.household })
  const [, neighbour] = satellites
  if (!neighbour) throw new Error('No second satellite')
  other = await givenChild(door, callers.programmeLead, { ...place, household: neighbour.household })
  await givenConsent(door, worker, other)
  const elsewhere = await givenConstellation(door, given)
  second = { constellation: elsewhere.constellation, hub: elsewhere.hub?.household ?? '' }
  await givenHome(door, given)
  there = await givenAccepted(door, given)
  coming = await givenAccepted(door, given, { from: '2026-12-04', until: '2026-12-06' })
  const asked = request([other], hub.household, { from: '2027-01-08', until: '2027-01-10' })
  january = (await door.perform(askForSleepover, neighbour.carer, asked)).stay
  await door.perform(acceptSleepover, hub.carer, { stay: january })
  now = new Date('2026-11-27T17:30:00Z')
  await door.perform(readCard, hub.carer, { stay: there, child: brother })
  await door.perform(recordArrival, hub.carer, { stay: there, on: '2026-11-27', at: '17:10' })
})
afterAll(() => database?.close())

/** What is found after these statements, run by the owner in a transaction that is undone. */
async function found(...statements: string[]) {
  const db = await owner.startTransaction().execute()
  try {
    for (const statement of statements) await sql.raw(statement).execute(db)
    return await checkRecords({ db, now: NOW, today: '2026-11-28' }, true)
  } finally {
    await db.rollback().execute()
  }
}

/** That just these rules are broken, each once or more, and that every one of these ids is named. */
async function expectBreach(rules: number[], ids: string[], ...statements: string[]) {
  const { breaches } = await found(...statements)
  expect([...new Set(breaches.map(({ rule }) => rule))]).toEqual(rules)
  expect(breaches.flatMap(({ rows }) => rows)).toEqual(expect.arrayContaining(ids))
  for (const { what } of breaches) expect(what).not.toMatch(/Kit|Ada|Ellis|Hazel|Larkrise/)
}

const id = () => `'${randomUUID()}'`
const SINCE = `'2026-11-20'`
const fact = (table: string, columns: string, values: string, at = SINCE, during = `'[2020-01-01,)'`) =>
  `insert into ${table} (id, service_id, during, recorded_at, ${columns}) values (${id()}, '${given.service}', ${during}, ${at}, ${values})`
const drop = (table: string, constraint: string) => `alter table ${table} drop constraint ${constraint}`

test('before anything is spoiled, nothing is found', async () => {
  expect(await found()).toMatchObject({ breaches: [], kept: [] })
})

describe('constellations', () => {
  test('1: a home in two, and two hubs', async () => {
    const { home, constellation, hub } = given
    const other = [
      drop('membership', 'membership_one_constellation'),
      drop('membership', 'membership_one_hub'),
    ]
    const join = (constellation: string, household: string, part: string) =>
      fact(
        'membership',
        'constellation_id, household_id, part',
        `'${constellation}', '${household}', '${part}'`,
      )
    await expectBreach([1], [home.household], ...other, join(second.constellation, home.household, 'guest'))
    const both = [constellation, hub.household, second.hub]
    await expectBreach([1], both, ...other, join(constellation, second.hub, 'hub'))
  })

  test('1: no hub, and nobody told; a home of one that is closed', async () => {
    const gone = `update membership set superseded_at = now() where household_id = '${given.hub.household}'`
    await expectBreach([1], [given.constellation], gone)
    const closed = `update constellation set stage = 'closed', closed_on = '2026-11-01', closed_reason = 'x' where id = '${second.constellation}'`
    await expectBreach([1], [second.constellation, second.hub], closed)
  })

  test('2: above ten with nobody’s yes; launched with five; five now is a warning', async () => {
    const more = `with home as (insert into household (id, service_id, reference)
        select gen_random_uuid(), '${given.service}', 'X' || n from generate_series(1, 5) n returning id)
      insert into membership (id, service_id, during, recorded_at, constellation_id, household_id, part)
      select gen_random_uuid(), '${given.service}', '[2025-06-01,)', '2025-06-01', '${given.constellation}', id, 'satellite' from home`
    await expectBreach([2], [given.constellation], more)
    const yes = `insert into fidelity_variance (id, service_id, constellation_id, rule, says, reason, pack_version, satellites)
      values (${id()}, '${given.service}', '${given.constellation}', '2', 'x', 'x', 'england-2026-04', 11)`
    expect((await found(more, yes)).breaches).toEqual([])
    const of = `household_id = '${given.home.household}'`
    await expectBreach([2], [given.constellation], `update membership set superseded_at = now() where ${of}`)
    const left = await found(`update membership set during = '[2025-01-06,2026-11-01)' where ${of}`)
    expect(left.breaches).toEqual([])
    expect(left.kept).toMatchObject([{ rule: 2, rows: expect.arrayContaining([given.constellation]) }])
  })
})

describe('the host', () => {
  test('3: not approved to the end of the stay', async () => {
    const { household } = given.hub
    const ends = `update approval set during = '[2020-01-06,2026-12-05)' where household_id = '${household}'`
    await expectBreach([3], [coming, january, household], ends)
  })

  test('3: approval ended since is a breach of what is to come, not of what is over', async () => {
    const { household } = given.hub
    const since = [
      `update approval set superseded_at = '2026-11-28 11:00Z' where household_id = '${household}'`,
      fact(
        'approval',
        'household_id, places, age_min, age_max, sex',
        `'${household}', 4, 0, 17, 'any'`,
        `'2026-11-28 11:00Z'`,
        `'[2020-01-06,2026-12-01)'`,
      ),
    ]
    const { breaches } = await found(...since)
    expect(breaches.map(({ rule, rows }) => [rule, rows[0]])).toEqual([
      [3, coming],
      [3, january],
    ])
  })

  test('4: outside terms, unless the right yes was in force', async () => {
    const terms = `update approval set age_min = 7 where household_id = '${given.hub.household}'`
    await expectBreach([4], [there, coming, given.brother], terms)
    const yes = (stay: string, until: string) => {
      const person = given.callers.dutyManager.person
      return `with t as (insert into task (id, service_id, kind, says, about_kind, about_id, for_person, due_at)
          values (${id()}, '${given.service}', 'review yes', 'x', 'stay', '${stay}', '${person}', now()) returning id)
        insert into override (id, service_id, stay_id, finding, rule, reason, role, given_by, given_at, expires_on, pack_version, task_id)
        select ${id()}, '${given.service}', '${stay}', '4:age:${given.brother}', '4', 'x', 'duty_manager', '${person}',
          '2026-11-22 09:00Z', '${until}', 'england-2026-04', id from t`
    }
    const good = [terms, yes(there, '2026-11-27'), yes(coming, '2026-12-04')]
    expect((await found(...good)).breaches).toEqual([])
    await expectBreach([4], [coming], terms, yes(there, '2026-11-27'), yes(coming, '2026-12-01'))
    const own = `update stay set requested_by = '${given.callers.dutyManager.person}' where id = '${coming}'`
    await expectBreach([4], [coming], ...good, own)
    await expectBreach(
      [5],
      [coming],
      ...good,
      `update override set rule = '5' where stay_id = '${coming}'`,
      terms.replace('7', '0'),
    )
  })

  test('5: four foster children on a night; brothers and sisters, or an exemption that names each, may', async () => {
    const { hub, brother, sister } = given
    const lives = fact('placement', 'child_id, household_id', `'${other}', '${hub.household}'`)
    const moved = [
      `delete from placement where child_id = '${other}'`,
      `update stay set status = 'cancelled', cancel_reason = 'x' where id = '${january}'`,
      `update stay_child set holds = false where stay_id = '${january}'`,
    ]
    await expectBreach([5], [there, coming], ...moved, lives)
    const exemption = randomUUID()
    const exempt = (children: string[]) => [
      `insert into exemption (id, service_id, during, recorded_at, household_id, authority, reference)
        values ('${exemption}', '${given.service}', '[2026-01-01,)', '2026-11-20', '${hub.household}', 'Ashcombe', 'E1')`,
      ...children.map(
        (child) => `insert into exemption_child values ('${given.service}', '${exemption}', '${child}')`,
      ),
    ]
    const terms = `update approval set places = 6 where household_id = '${hub.household}'`
    const all = [brother, sister, ofHub, other]
    expect((await found(...moved, lives, terms, ...exempt(all))).breaches).toEqual([])
    await expectBreach([5], [there], ...moved, lives, terms, ...exempt(all.slice(1)))
  })

  test('5: four unrelated children living in one home, with no exemption on record, is told', async () => {
    const { household } = given.home
    const more = [1, 2].map(() => {
      const child = randomUUID()
      return `with c as (insert into child (id, service_id, reference) values ('${child}', '${given.service}', '${child}')),
        d as (insert into child_detail (id, service_id, during, recorded_at, child_id, first_name, last_name, dob, sex)
          values (${id()}, '${given.service}', '[2020-01-01,)', '2026-11-01', '${child}', 'X', 'Y', '2015-01-01', 'F'))
        ${fact('placement', 'child_id, household_id', `'${child}', '${household}'`)}`
    })
    const { kept } = await found(...more)
    expect(kept).toMatchObject([{ rule: 5, rows: expect.arrayContaining([household]) }])
  })
})

describe('beds and places', () => {
  test('6: one bed held twice', async () => {
    const [bed] = given.hub.beds
    await expectBreach(
      [6, 7],
      [there, bed ?? ''],
      drop('stay_child', 'one_bed_one_child'),
      `update stay_child set bed_id = '${bed}' where stay_id = '${there}'`,
    )
  })

  test('6: a bed of another home, a bed held for nobody, a stay without its bed', async () => {
    const [bed] = given.home.beds
    await expectBreach(
      [6],
      [january, bed ?? ''],
      `update stay_child set bed_id = '${bed}' where stay_id = '${january}'`,
    )
    await expectBreach(
      [6],
      [january],
      `update stay set status = 'declined', answer_reason = 'x' where id = '${january}'`,
    )
    await expectBreach(
      [6],
      [january, other],
      `update stay_child set holds = false where stay_id = '${january}'`,
    )
  })

  test('13: a child in two places, a stay without its moments, one that never ended', async () => {
    const moved = `update stay_child set child_id = '${given.brother}' where stay_id = '${january}'`
    const when = `update stay_child set during = (select during from stay where id = '${coming}') where stay_id = '${january}'`
    const { breaches } = await found(
      drop('stay_child', 'one_child_one_place'),
      drop('stay_child', 'one_bed_one_child'),
      moved,
      when,
    )
    expect(breaches.find(({ rule }) => rule === 13)?.rows).toEqual(
      expect.arrayContaining([given.brother, coming, january]),
    )
    await expectBreach([13, 28], [january], `update stay set arrived_at = now() where id = '${january}'`)
    const long = `'[2026-11-25 17:00Z, 2026-11-27 09:00Z)'`
    await expectBreach(
      [13],
      [there],
      `update stay set during = ${long} where id = '${there}'`,
      `update stay_child set during = ${long} where stay_id = '${there}'`,
    )
  })

  test('7: a shared bedroom without an agreement', async () => {
    await expectBreach(
      [7],
      [coming],
      `update bed set room = 'Bedroom 1' where household_id = '${given.hub.household}'`,
    )
  })
})

describe('who is there', () => {
  const apart = (orderedBy: string, at = SINCE) => {
    const [a, b] = [given.brother, ofHub].toSorted()
    return fact('must_not_meet', 'child_id, other_child_id, ordered_by', `'${a}', '${b}', '${orderedBy}'`, at)
  }

  test('8: children who must not meet; ordered since, what is to come and what is now', async () => {
    await expectBreach([8], [there, coming, given.brother], apart('court'))
    await expectBreach([8], [there, coming], apart('safeguarding', `'2026-11-28 09:00Z'`))
    await expectBreach([8], [there, coming], apart('advisory'))
    expect((await found(apart('advisory', `'2026-11-28 09:00Z'`))).breaches).toEqual([])
  })

  test('8: a carer who must not be met, and homes kept apart', async () => {
    const { hub, home, sister } = given
    await expectBreach(
      [8],
      [coming],
      fact(
        'must_not_meet',
        'child_id, other_person_id, ordered_by',
        `'${sister}', '${hub.carer.person}', 'court'`,
      ),
    )
    const [a, b] = [hub.household, home.household].toSorted()
    await expectBreach(
      [8],
      [coming],
      fact(
        'household_link',
        'kind, household_a, household_b, ordered_by',
        `'keep_apart', '${a}', '${b}', 'court'`,
      ),
    )
  })

  test('9: a sister left at home, with no reason and no word of the child', async () => {
    const alone = `delete from stay_child where stay_id = '${coming}' and child_id = '${given.sister}'`
    await expectBreach([9], [coming], alone)
    expect(
      (await found(alone, `update stay set split_reason = 'A camp' where id = '${coming}'`)).breaches,
    ).toEqual([])
  })

  test('27: a home with a dog, and a child who should not be with one', async () => {
    const dog = `update household_detail set pets = '{dog}' where household_id = '${given.hub.household}'`
    const no = `update child_detail set pets = 'no' where child_id = '${given.sister}'`
    await expectBreach([27], [coming, given.sister], dog, no)
  })
})

describe('consent', () => {
  test('10: none, one that ends in the stay, one withdrawn since; not one that ended after a stay', async () => {
    const of = `child_id = '${given.sister}'`
    await expectBreach([10], [there, coming, given.sister], `delete from consent where ${of}`)
    await expectBreach([10], [coming], `update consent set during = '[2025-01-06,2026-12-05)' where ${of}`)
    const withdrawn = [
      `update consent set superseded_at = '2026-11-28 09:00Z' where ${of}`,
      fact(
        'consent',
        'child_id, item, decision, basis, given_by, withdrawn_at',
        `'${given.sister}', 'overnight_stay', 'agreed', 'delegated_authority', 'x', now()`,
        `'2026-11-28 09:00Z'`,
        `'[2025-01-06,2026-12-01)'`,
      ),
    ]
    const { breaches } = await found(...withdrawn)
    expect(breaches).toMatchObject([{ rule: 10, rows: expect.arrayContaining([coming, given.sister]) }])
  })

  test('25: a child who is not looked after, agreed by delegated authority', async () => {
    const status = `update legal_status set status = 'SGO' where child_id = '${other}'`
    await expectBreach([25], [january, other], status)
    expect(
      (
        await found(
          status,
          `update consent set basis = 'parental_responsibility' where child_id = '${other}'`,
        )
      ).breaches,
    ).toEqual([])
  })
})

describe('length, checks and arrival', () => {
  test('14 is told, 15 is a breach', async () => {
    const last = (day: string) => {
      const during = `'[2027-01-08 17:00Z, ${day} 16:00Z)'`
      return [
        `update stay set during = ${during} where id = '${january}'`,
        `update stay_child set during = ${during} where stay_id = '${january}'`,
      ]
    }
    expect(await found(...last('2027-01-13'))).toMatchObject({
      breaches: [],
      kept: [{ rule: 14, rows: [january] }],
    })
    await expectBreach([15], [january], ...last('2027-01-18'))
  })

  test('11: a check that had run out when it was agreed', async () => {
    await expectBreach(
      [11],
      [january],
      `update household_check set expires_on = '2027-01-09' where kind = 'dbs'`,
    )
  })

  test('12: arrived with a card unread and nobody told; with the task it is known', async () => {
    const unread = 'delete from card_read'
    await expectBreach([12], [there, given.brother], unread)
    const task = `insert into task (id, service_id, kind, says, about_kind, about_id, for_role, due_at)
      values (${id()}, '${given.service}', 'look into arrival', 'x', 'stay', '${there}', 'duty_worker', now())`
    expect(await found(unread, task)).toMatchObject({ breaches: [], kept: [{ rule: 12 }] })
  })
})

describe('decisions, the audit and the walls', () => {
  test.each(['weighing', 'unmet_need', 'fidelity_variance'])(
    '28: a pack nobody knows, on a row of %s',
    async (table) => {
      const row = {
        weighing: `update weighing set pack_version = 'england-1900-01' where stay_id = '${january}'`,
        unmet_need: `insert into unmet_need (id, service_id, home_household_id, children, during, why, outcome, reason, pack_version, recorded_at)
        values (${id()}, '${given.service}', '${given.home.household}', '{}', '[2026-12-01,2026-12-02)', 'rest', 'taken', 'x', 'x', now())`,
        fidelity_variance: `insert into fidelity_variance (id, service_id, constellation_id, rule, says, reason, pack_version)
        values (${id()}, '${given.service}', '${given.constellation}', '2', 'x', 'x', '')`,
      }[table]
      await expectBreach([28], [], row ?? '')
    },
  )

  test('28: agreed without what the rules said', async () => {
    await expectBreach([28], [january], `delete from weighing where stay_id = '${january}'`)
  })

  test('20: a row of the audit changed, taken out of the middle or off the end', async () => {
    const off = 'alter table audit disable trigger user'
    const on = 'alter table audit enable trigger user'
    const rows = await database.owner.query('select id::text from audit order by audit.id')
    const middle = rows.rows[20].id
    await expectBreach([20], [middle], off, `update audit set action = 'x' where id = ${middle}`, on)
    await expectBreach([20], [rows.rows[21].id], off, `delete from audit where id = ${middle}`, on)
    await expectBreach(
      [20],
      [january],
      off,
      `delete from audit where id >= (select min(id) from audit where subject @> '{"stay":"${january}"}')`,
      on,
    )
  })

  test('20: an audit that can be changed, and records that can be removed', async () => {
    await expectBreach([20], ['audit_stays', 'audit_stays_whole'], 'alter table audit disable trigger user')
    await expectBreach([20], ['audit_stays'], 'drop trigger audit_stays on audit')
    await expectBreach([20], ['update'], 'grant update on audit to constellation_app')
    await expectBreach([20], ['update'], 'grant update (action) on audit to constellation_app')
    await expectBreach([20], ['consent'], 'grant delete on consent to constellation_app')
  })

  test('21: a wall that is down', async () => {
    await expectBreach([21], ['consent'], 'alter table consent disable row level security')
    await expectBreach(
      [21],
      ['child all'],
      'create policy "all" on child for select to constellation_app using (true)',
    )
    const create = 'grant create on schema public to constellation_app'
    await expectBreach([21], ['create in public'], create)
    await expectBreach([20, 21], ['bed'], create, 'alter table bed owner to constellation_app')
  })

  test('22: records nobody knows how long to keep, that can be deleted, or are held for nothing', async () => {
    await expectBreach([22], ['consent'], "delete from retention_class where table_name = 'consent'")
    await expectBreach([22], ['child'], 'drop trigger keep_record on child')
    await expectBreach([22], ['stay'], 'alter table stay disable trigger keep_record')
    await expectBreach([22], ['legal_hold'], 'alter table legal_hold enable replica trigger keep_record')
    const hold = (kind: string, about: string, reason: string) =>
      `insert into legal_hold (id, service_id, during, about_kind, about_id, reason, ordered_by)
        values (${id()}, '${given.service}', '[2026-11-01,)', '${kind}', '${about}', '${reason}', 'A court')`
    await expectBreach([22], [], hold('child', given.home.household, 'An inquiry'))
    await expectBreach([22], [given.brother], hold('child', given.brother, '  '))
    const service = randomUUID()
    const elsewhere = `insert into service (id, name, duty_phone) values ('${service}', 'Elsewhere', '01632 960 111')`
    const ofElsewhere = hold('child', given.brother, 'An inquiry').replace(given.service, service)
    await expectBreach([22], [given.brother], elsewhere, ofElsewhere)
  })
})
