import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homes } from '../../seeds/county.ts'
import { people } from '../../src/access/lists.ts'
import { ROLES } from '../../src/access/roles.ts'
import { careCard } from '../../src/children/care-card.ts'
import { children } from '../../src/children/lists.ts'
import { constellations, invitations } from '../../src/constellations/lists.ts'
import { theConstellation } from '../../src/constellations/the-constellation.ts'
import { openDoor } from '../../src/door.ts'
import { householdRecord } from '../../src/households/household-record.ts'
import { households } from '../../src/households/lists.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { root } from '../../src/platform/root.ts'
import { fillForDemo } from '../../src/seed/demo.ts'
import { World } from '../../src/seed/world.ts'
import { storyOf } from '../../src/seed.ts'
import { acceptSleepover } from '../../src/sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../../src/sleepovers/ask-for-sleepover.ts'
import { giveYes } from '../../src/sleepovers/give-yes.ts'
import { sleepoverCheck, sleepovers, unmetNeeds } from '../../src/sleepovers/lists.ts'
import { addDays } from '../../src/values/london.ts'
import { verify } from '../../src/verify/verify.ts'
import {
  COUNTY_DAY,
  COUNTY_NOW,
  COUNTY_TIMEOUT,
  countyDatabase,
  type GivenCounty,
  givenCounty,
} from '../given/county.ts'
import { dumpCounty } from '../given/county-dump.ts'
import { testDatabase } from '../harness/database.ts'

/* The imagined county of the demo and of the tests: whole, true to itself, and always the same. */

let database: Database
let county: GivenCounty
let door: Door
beforeAll(async () => {
  const given = await countyDatabase()
  database = given.database
  county = given.county
  door = openDoor(database.app, () => COUNTY_NOW)
}, COUNTY_TIMEOUT)
afterAll(() => database?.close())

describe('telling it', () => {
  test('the same day gives the same rows, but for their ids', { timeout: COUNTY_TIMEOUT }, async () => {
    const again = await testDatabase()
    const same = await givenCounty(again)
    const [one, other] = [await dumpCounty(database, county), await dumpCounty(again, same)]
    await again.close()
    expect(Object.keys(one).filter((table) => (one[table] ?? []).length > 0).length).toBeGreaterThan(25)
    expect(other).toEqual(one)
  })

  test('on another day of the week it breaks no rule either', { timeout: COUNTY_TIMEOUT }, async () => {
    const friday = await testDatabase()
    await givenCounty(friday, '2026-03-27')
    const { breaches } = await verify(friday.owner, new Date('2026-03-27T10:00:00Z'), { chain: true })
    await friday.close()
    expect(breaches).toEqual([])
  })

  test('whatever the day, all of it is over by then', () => {
    for (let on = 0; on < 400; on++) {
      const anchor = addDays('2027-10-20', on)
      expect(storyOf(new World(county.service, anchor, door)).length).toBeGreaterThan(200)
    }
  })

  test('it fills an empty database alone', async () => {
    const before = await dumpCounty(database, county)
    await expect(givenCounty(database)).rejects.toThrow('There is a service in this database already')
    const said: string[] = []
    await fillForDemo(database, COUNTY_DAY, (line) => said.push(line))
    expect(said).toEqual([])
    expect(await dumpCounty(database, county)).toEqual(before)
  })

  test('one that is cut short leaves nothing behind', { timeout: COUNTY_TIMEOUT }, async () => {
    const half = await testDatabase()
    await half.owner.query(`alter table household add constraint cut_short check (reference <> 'H-002')`)
    await expect(givenCounty(half)).rejects.toThrow('cut_short')
    const { rows: left } = await half.owner.query('select from service union all select from place_position')
    expect(left).toEqual([])
    await half.close()
  })
})

describe('who is in it', () => {
  test('somebody in every role, and a carer of every part', async () => {
    const held = `select distinct role from person_role where superseded_at is null and during @> $1::date`
    const { rows } = await database.owner.query<{ role: string }>(held, [COUNTY_DAY])
    expect(rows.map(({ role }) => role).sort()).toEqual(ROLES.toSorted())
    const roles = (await door.look(people, county.operator, {})).flatMap((person) => person.roles)
    for (const part of ['hub carer', 'satellite carer', 'guest carer', 'carer']) expect(roles).toContain(part)
  })

  test('everybody can sign in, and nobody is real', async () => {
    const all = await door.look(people, county.operator, {})
    const odd = all.filter(
      ({ email, phone }) =>
        !/^[a-z.-]+@example\.org$/.test(email ?? '') || !/^07700 900 \d{3}$/.test(phone ?? ''),
    )
    expect(odd).toEqual([])
    expect(all.length).toBe(66)
  })

  const allocated = join(root, '..', 'shared', 'data', 'geo', 'demo-unallocated-postcodes.csv')
  test.skipIf(!existsSync(allocated))('nobody lives at its postcodes', () => {
    const free = readFileSync(allocated, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, , council]) => council === 'Gloucestershire')
      .map(([postcode]) => postcode)
    for (const { postcode } of Object.values(homes)) expect(free).toContain(postcode)
  })

  test('thirty homes and forty-five children', async () => {
    const lead = county.people.programmeLead
    expect((await door.look(households, lead, {})).total).toBe(30)
    expect((await door.look(children, lead, {})).total).toBe(45)
  })
})

describe('how things stand', () => {
  test('nothing in it breaks a rule, and the audit holds together', async () => {
    const { breaches, checked } = await verify(database.owner, COUNTY_NOW, { chain: true })
    expect(breaches).toEqual([])
    expect(checked.length).toBeGreaterThan(15)
  })

  test('one constellation is lively, one is forming', async () => {
    const { constellations: two } = await door.look(constellations, county.people.programmeLead, {})
    expect(two.map(({ name, stage, satellites, guests }) => ({ name, stage, satellites, guests }))).toEqual([
      { name: 'Kingfisher', stage: 'active', satellites: 8, guests: 1 },
      { name: 'Skylark', stage: 'forming', satellites: 4, guests: 0 },
    ])
    const asked = await door.look(invitations, county.people.programmeLead, {
      constellation: county.constellations.skylark,
    })
    expect(asked.invitations.filter(({ open }) => open)).toHaveLength(3)
  })

  test('tonight a child sleeps at the hub, and its other bed is free', async () => {
    const shown = await door.look(theConstellation, county.people.hubCarer, {
      constellation: county.constellations.kingfisher,
    })
    const at = (home: string) => shown.homes.find(({ household }) => household === home)
    expect(at(county.homes.orchardEnd)?.beds).toEqual({ free: 1, of: 2 })
    expect(at(county.homes.larchCottage)?.tonight).toBe('free')
    expect(at(county.homes.rowanGate)?.tonight).toBe('none')
    expect(at(county.homes.sallowRow)).toMatchObject({ part: 'guest', buddy: { name: 'Bramble Lodge' } })
    expect(shown.ties.siblings).toHaveLength(1)
    expect(shown.ties.friends.length).toBeGreaterThan(3)
    expect(shown.homes.every(({ way, part }) => part === 'hub' || way !== null)).toBe(true)
  })

  test('consents and checks stand in every way they can', async () => {
    const lead = county.people.programmeLead
    const stays = new Set<string | undefined>()
    for (const child of Object.values(county.children)) {
      stays.add((await door.look(careCard, lead, { child })).stays?.state)
    }
    expect([...stays].sort()).toEqual(
      ['agreed', 'ask_each_time', 'not_asked', 'refused', 'run_out', 'runs_out_soon', 'withdrawn'].sort(),
    )
    const checks = new Set<string>()
    for (const household of Object.values(county.homes)) {
      const record = await door.look(householdRecord, lead, { household })
      for (const { state } of record.checks ?? []) checks.add(state)
    }
    expect([...checks].sort()).toEqual(['due', 'in_date', 'missing', 'run_out'])
  })

  test('stays have come as far as they can, and some could not be', async () => {
    const { liaisonWorker } = county.people
    const [coming, past] = [
      await door.look(sleepovers, liaisonWorker, { when: 'coming' }),
      await door.look(sleepovers, liaisonWorker, { when: 'past' }),
    ]
    const statuses = [...coming, ...past].map(({ status }) => status)
    expect(new Set(statuses).size).toBe(6)
    expect(coming.filter(({ waiting }) => waiting > 0).length).toBeGreaterThan(2)
    const needs = await door.look(unmetNeeds, liaisonWorker, {})
    expect(needs.map(({ outcome }) => outcome).sort()).toEqual(['declined', 'stopped', 'stopped', 'taken'])
  })
})

describe('next weekend, a brother and a sister', () => {
  const request = () => ({
    children: [county.children.finn, county.children.poppy],
    host: county.homes.orchardEnd,
    from: county.friday,
    fromTime: '17:00',
    until: addDays(county.friday, 2),
    untilTime: '16:00',
    why: 'rest',
  })

  test('everything the rules say of it is told at once', async () => {
    const { finn, poppy } = county.children
    const check = await door.look(sleepoverCheck, county.people.satelliteCarer, request())
    expect(check.findings.map(({ level, key }) => `${level} ${key}`).sort()).toEqual(
      [
        `yes 7:${finn}:${poppy}`,
        `yes 7:${poppy}:${finn}`,
        `know 12:card:${finn}`,
        `know 27:pets:${finn}`,
      ].sort(),
    )
    expect(check.findings.find(({ rule }) => rule === '27')?.says).toBe('Orchard End has pets (dog).')
    expect(check.alternatives[0]).toMatchObject({ hostName: 'Weir House', knowsThem: true, yeses: 0 })
    expect(check.alternatives).toContainEqual(
      expect.objectContaining({ hostName: 'Orchard End', from: addDays(county.friday, 7) }),
    )
  })

  test('it can be asked, said yes to, and agreed', async () => {
    const { stay } = await door.perform(askForSleepover, county.people.satelliteCarer, request())
    const { finn, poppy } = county.children
    for (const finding of [`7:${finn}:${poppy}`, `7:${poppy}:${finn}`]) {
      const yes = { stay, finding, reason: 'They share at home', until: addDays(county.friday, 2) }
      await door.perform(giveYes, county.people.childSocialWorker, yes)
    }
    expect(await door.perform(acceptSleepover, county.people.hubCarer, { stay })).toEqual({ stay })
  })
})
