import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenChild, givenConsent } from '../../tests/given/children.ts'
import { personOf } from '../../tests/given/service.ts'
import { type GivenWeekend, givenWeekend, request } from '../../tests/given/sleepovers.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Caller } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { acceptSleepover } from '../sleepovers/accept-sleepover.ts'
import { askForSleepover } from '../sleepovers/ask-for-sleepover.ts'
import { cancelSleepover } from '../sleepovers/cancel-sleepover.ts'
import { sleepover, unmetNeeds } from '../sleepovers/lists.ts'
import { verify } from '../verify/verify.ts'
import { answerSwap } from './answer-swap.ts'
import { swap, swaps } from './lists.ts'
import { offerSwap } from './offer-swap.ts'
import { withdrawSwap } from './withdraw-swap.ts'

let database: Database
let door: Door
let given: GivenWeekend
let now: Date
/** Two neighbours of the first home, each with a child who may stay over. */
let wilf: Neighbour
let juno: Neighbour

type Neighbour = { child: string; carer: Caller; household: string }

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
})
afterAll(() => database.close())
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z')
  given = await givenWeekend(database, door)
  wilf = await givenNeighbour(1, 'Wilf')
  juno = await givenNeighbour(2, 'Juno')
})

async function givenNeighbour(place: number, firstName: string): Promise<Neighbour> {
  const home = given.satellites[place]
  if (!home) throw new Error(`There is no satellite ${place}`)
  const { household, carer } = home
  const child = await givenChild(door, given.callers.programmeLead, {
    household,
    worker: given.worker,
    firstName,
  })
  await givenConsent(door, given.worker, child, { until: '2027-03-31' })
  return { child, carer, household }
}

const clean = async () => expect((await verify(database.owner, now, { chain: true })).breaches).toEqual([])
const refusal = async (work: Promise<unknown>) => {
  const no = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(no instanceof Refusal)) throw new Error(`Not refused: ${no}`)
  return no
}

/** Both children of the first home the weekend of 27 November, agreed. */
async function mine(change: object = {}) {
  const { home, hub, brother, sister } = given
  const input = request([brother, sister], hub.household, { note: 'They sleep late', ...change })
  const { stay } = await door.perform(askForSleepover, home.carer, input)
  await door.perform(acceptSleepover, given.hub.carer, { stay })
  return stay
}

/** The neighbour's child the weekend after, agreed unless said. */
async function theirs({ child, carer }: Neighbour, change: object = {}, agreed = true) {
  const input = request([child], given.hub.household, { from: '2026-12-04', until: '2026-12-06', ...change })
  const { stay } = await door.perform(askForSleepover, carer, input)
  if (agreed) await door.perform(acceptSleepover, given.hub.carer, { stay })
  return stay
}

const offer = async (stay: string, night = '2026-12-05') =>
  (await door.perform(offerSwap, given.home.carer, { stay, night })).offers
const yes = (of: string | undefined, carer: Caller) =>
  door.perform(answerSwap, carer, { offer: of, answer: 'yes' })
const inbox = async (caller: Caller) => {
  const { rows } = await database.owner.query(
    `select subject, body from message where to_person = $1 and subject ~ 'swap' order by created_at, subject`,
    [personOf(caller)],
  )
  return rows as { subject: string; body: string }[]
}

describe('a swap', () => {
  test('gives each home the other’s nights, agreed as before, and tells the host', async () => {
    const [a, b] = [await mine(), await theirs(wilf)]
    const [id] = await offer(a)
    now = new Date('2026-11-22T11:00:00Z')
    const { stays } = await yes(id, wilf.carer)
    const first = await door.look(sleepover, given.home.carer, { stay: stays[0] })
    expect(first).toMatchObject({ status: 'accepted', note: 'They sleep late', why: 'rest' })
    expect(first.from.toISOString()).toBe('2026-12-04T17:00:00.000Z')
    expect(first.children.map(({ view }) => view)).toEqual(['I like it there', 'I like it there'])
    const second = await door.look(sleepover, wilf.carer, { stay: stays[1] })
    expect(second).toMatchObject({ status: 'accepted', number: 1 })
    expect(second.from.toISOString()).toBe('2026-11-27T17:00:00.000Z')
    for (const [stay, carer] of [
      [a, given.home.carer],
      [b, wilf.carer],
    ] as const) {
      const before = await door.look(sleepover, carer, { stay })
      expect(before).toMatchObject({ status: 'cancelled', cancelReason: 'Swapped' })
    }
    expect((await inbox(given.hub.carer)).map(({ subject }) => subject)).toEqual([
      'Two homes have swapped their nights with you',
    ])
    expect(await door.look(swap, given.home.carer, { offer: id })).toMatchObject({
      state: 'yes',
      became: stays[0],
    })
    expect(await door.look(swap, wilf.carer, { offer: id })).toMatchObject({ state: 'yes', became: stays[1] })
    await clean()
  })

  test('tells neither home who the other is', async () => {
    const [a, b] = [await mine(), await theirs(wilf)]
    const [id] = await offer(a)
    const before = [
      await door.look(swap, given.home.carer, { offer: id }),
      await door.look(swap, wilf.carer, { offer: id }),
    ]
    now = new Date('2026-11-22T11:00:00Z')
    const { stays } = await yes(id, wilf.carer)
    const my = JSON.stringify([
      before[0],
      await door.look(swap, given.home.carer, { offer: id }),
      await door.look(sleepover, given.home.carer, { stay: stays[0] }),
      await inbox(given.home.carer),
    ])
    for (const word of ['Wilf', wilf.child, wilf.household, personOf(wilf.carer), b, String(stays[1])]) {
      expect(my).not.toContain(word)
    }
    const wilfs = JSON.stringify([
      before[1],
      await door.look(swap, wilf.carer, { offer: id }),
      await door.look(sleepover, wilf.carer, { stay: stays[1] }),
      await inbox(wilf.carer),
    ])
    for (const word of ['Kit', 'Ada', given.brother, given.home.household, a, String(stays[0])]) {
      expect(wilfs).not.toContain(word)
    }
    const asker = await door.look(sleepover, given.home.carer, { stay: stays[0] })
    expect(asker.requestedByPerson).toBe(given.home.carer.person)
    await expect(door.look(sleepover, given.home.carer, { stay: b })).rejects.toThrow(NotFound)
    await expect(door.look(sleepover, wilf.carer, { stay: a })).rejects.toThrow(NotFound)
  })

  test('what the host had not agreed to waits for the host, as it did', async () => {
    const a = await mine()
    await theirs(wilf, {}, false)
    const [id] = await offer(a)
    const { stays } = await yes(id, wilf.carer)
    expect((await door.look(sleepover, given.home.carer, { stay: stays[0] })).status).toBe('accepted')
    expect((await door.look(sleepover, wilf.carer, { stay: stays[1] })).status).toBe('requested')
    await clean()
  })

  test('what needs a yes on the new nights waits for it', async () => {
    await database.owner.query(
      'update consent set during = daterange(lower(during), $1) where child_id = $2',
      ['2026-12-04', given.brother],
    )
    const a = await mine()
    await theirs(wilf)
    const [id] = await offer(a)
    const { stays } = await yes(id, wilf.carer)
    const shown = await door.look(sleepover, given.home.carer, { stay: stays[0] })
    expect(shown).toMatchObject({ status: 'requested', waiting: 1 })
    await clean()
  })

  test('what needs a yes only since the other stay is there too is asked of somebody for each of the two', async () => {
    const { service, hub } = given
    const a = await mine()
    await theirs(wilf, { from: '2026-11-29', until: '2026-12-01' })
    await database.owner.query(
      `insert into hub_rest (id, service_id, household_id, nights_in_row, during)
        values (gen_random_uuid(), $1, $2, 3, '[2026-11-01,)')`,
      [service, hub.household],
    )
    const [id] = await offer(a, '2026-11-30')
    const { stays } = await yes(id, wilf.carer)
    const { rows } = await database.owner.query(
      `select about_id as stay from task where kind = 'yes 19:row' and done_at is null and about_id = any ($1)`,
      [stays],
    )
    expect(rows.map(({ stay }) => stay).sort()).toEqual(stays.toSorted())
    await clean()
  })

  test('nights that overlap in part are swapped too', async () => {
    const { home, hub, brother } = given
    const one = {
      from: '2026-11-27',
      until: '2026-11-28',
      untilTime: '16:00',
      splitReason: 'Ada has a match',
    }
    const asked = await door.perform(askForSleepover, home.carer, request([brother], hub.household, one))
    await theirs(wilf, { from: '2026-11-27', until: '2026-11-30' })
    const [id] = await offer(asked.stay, '2026-11-28')
    const { stays } = await yes(id, wilf.carer)
    expect(stays).toHaveLength(2)
    await clean()
  })

  test('that a rule stops changes nothing, and both read why in words', async () => {
    const a = await mine()
    const b = await theirs(wilf)
    const [id] = await offer(a)
    // The hub has one bed from December on, and two children come.
    const { rows } = await database.owner.query('select id from bed where household_id = $1 order by name', [
      given.hub.household,
    ])
    const used = await database.owner.query('select bed_id from stay_child where stay_id = $1', [b])
    const spare = rows.find((row) => row.id !== used.rows[0].bed_id)
    await database.owner.query(
      `update bed set during = daterange(lower(during), '2026-12-01') where id = $1`,
      [spare.id],
    )
    const no = await refusal(yes(id, wilf.carer))
    expect(no.message).toMatch(
      /^The nights cannot be swapped, and nothing has changed\. For the other home’s/,
    )
    expect(JSON.stringify([no.message, no.detail])).not.toMatch(/Kit|Ada/)
    expect((await door.look(sleepover, given.home.carer, { stay: a })).status).toBe('accepted')
    expect((await door.look(sleepover, wilf.carer, { stay: b })).status).toBe('accepted')
    const [told] = (await inbox(given.home.carer)).filter(({ subject }) => subject.includes('could not'))
    expect(told?.body).toContain('a rule stands in the way')
    expect(told?.body).not.toContain('Wilf')
    expect(await door.look(unmetNeeds, given.home.carer, {})).toEqual([])
    expect(await door.look(swap, given.home.carer, { offer: id })).toMatchObject({ state: 'open' })
  })
})

describe('an offer', () => {
  test('is seen by the two homes and their workers, never by a third', async () => {
    await theirs(wilf)
    const [id] = await offer(await mine())
    expect(await door.look(swaps, given.home.carer, {})).toMatchObject([{ id, side: 'made', state: 'open' }])
    expect(await door.look(swaps, wilf.carer, {})).toMatchObject([{ id, side: 'asked', state: 'open' }])
    for (const stranger of [juno.carer, given.hub.carer]) {
      expect(await door.look(swaps, stranger, {})).toEqual([])
      await expect(door.look(swap, stranger, { offer: id })).rejects.toThrow(NotFound)
      await expect(yes(id, stranger)).rejects.toThrow(NotFound)
    }
    await expect(yes(id, given.home.carer)).rejects.toThrow(Forbidden)
    await expect(door.perform(withdrawSwap, wilf.carer, { offer: id })).rejects.toThrow(Forbidden)
  })

  test('a worker of both homes says no for the home that was asked, never yes, whoever made the offer', async () => {
    const { callers, home, service } = given
    const both = callers.liaisonWorker
    await theirs(wilf)
    const a = await mine()
    const asking = { stay: a, night: '2026-12-05' }
    const [own] = (await door.perform(offerSwap, both, asking)).offers
    expect((await refusal(yes(own, both))).message).toMatch(/made this offer yourself/)
    await door.perform(withdrawSwap, home.carer, { offer: own })
    const [theirOffer] = await offer(a)
    expect((await refusal(yes(theirOffer, both))).message).toMatch(/Only a carer of the home/)
    expect((await door.look(sleepover, home.carer, { stay: a })).status).toBe('accepted')
    await door.perform(answerSwap, both, { offer: theirOffer, answer: 'no' })
    // Nor does a carer of both homes say yes to their own offer.
    const [again] = await offer(a)
    await database.owner.query(
      `insert into household_carer (id, service_id, household_id, person_id, during)
        values (gen_random_uuid(), $1, $2, $3, '[2026-11-01,)')`,
      [service, wilf.household, personOf(home.carer)],
    )
    expect((await refusal(yes(again, home.carer))).message).toMatch(/made this offer yourself/)
    expect((await yes(again, wilf.carer)).stays).toHaveLength(2)
  })

  test('is declined or taken back, once', async () => {
    await theirs(wilf)
    const a = await mine()
    const [id] = await offer(a)
    await door.perform(answerSwap, wilf.carer, { offer: id, answer: 'no' })
    expect((await refusal(yes(id, wilf.carer))).message).toBe('This has been answered already')
    const [again] = await offer(a)
    await door.perform(withdrawSwap, given.home.carer, { offer: again })
    expect((await refusal(yes(again, wilf.carer))).message).toMatch(/taken its offer back/)
    expect((await refusal(door.perform(withdrawSwap, given.home.carer, { offer: again }))).message).toMatch(
      /answered already/,
    )
    await clean()
  })

  test('of a stay that was cancelled has come to nothing', async () => {
    const a = await mine()
    const b = await theirs(wilf)
    const [id] = await offer(a)
    await door.perform(cancelSleepover, wilf.carer, { stay: b, reason: 'Plans changed' })
    expect(await door.look(swap, given.home.carer, { offer: id })).toMatchObject({ state: 'overtaken' })
    expect((await refusal(yes(id, wilf.carer))).message).toMatch(/Nothing was swapped/)
  })

  test.each([
    ['2026-12-10', /can swap that night/],
    ['2026-11-28', /Your own sleepover/],
    ['2026-11-20', /night to come/],
  ])('for %s is a sentence at the field', async (night, says) => {
    await theirs(wilf)
    const no = await refusal(offer(await mine(), night))
    expect(no.field).toBe('night')
    expect(no.message).toMatch(says)
  })

  test('is made once, for nights that a home has, and not for a stay that has begun', async () => {
    await theirs(wilf)
    const a = await mine()
    await expect(offer(a, 'soon')).rejects.toThrow(BadInput)
    await expect(door.perform(offerSwap, juno.carer, { stay: a, night: '2026-12-05' })).rejects.toThrow(
      NotFound,
    )
    await expect(door.perform(offerSwap, given.hub.carer, { stay: a, night: '2026-12-05' })).rejects.toThrow(
      Forbidden,
    )
    await offer(a)
    expect((await refusal(offer(a))).message).toMatch(/already asked/)
    now = new Date('2026-11-27T18:00:00Z')
    expect((await refusal(offer(a, '2026-12-04'))).message).toMatch(/has not begun/)
  })
})

test('two who answer two offers on one stay at once: one swap, and one sentence', async () => {
  const { home, hub, brother } = given
  const asked = await door.perform(
    askForSleepover,
    home.carer,
    request([brother], hub.household, { splitReason: 'Ada has a match' }),
  )
  await theirs(wilf)
  await theirs(juno)
  const offers = await offer(asked.stay)
  const { rows } = await database.owner.query(
    'select id, with_household_id as home from swap_offer where id = any ($1)',
    [offers],
  )
  const of = (who: Neighbour) => rows.find((row) => row.home === who.household)?.id
  const answers = await Promise.allSettled([yes(of(wilf), wilf.carer), yes(of(juno), juno.carer)])
  const lost = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(lost).toHaveLength(1)
  expect(lost[0]).toBeInstanceOf(Refusal)
  expect(lost[0].message).toMatch(/Somebody else was faster/)
  const { rows: swapped } = await database.owner.query(
    `select answer from swap_offer where id = any ($1) order by 1`,
    [offers],
  )
  expect(swapped.map(({ answer }) => answer)).toEqual(['overtaken', 'yes'])
  await clean()
})
