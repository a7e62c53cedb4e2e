import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows, givenChild, givenConsent, givenFamily } from '../../tests/given/children.ts'
import { testDatabase } from '../../tests/harness/database.ts'
import { openDoor } from '../door.ts'
import type { Database } from '../platform/database.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, Forbidden, NotFound } from '../platform/refusals.ts'
import { addPhoto } from './add-photo.ts'
import { careCard } from './care-card.ts'
import { changeCareCard } from './change-care-card.ts'
import { childHistory } from './child-history.ts'
import { childPhoto } from './lists.ts'
import { MOST_PHOTO_BYTES } from './photo-kind.ts'

let now = new Date('2026-11-22T02:07:00Z')
let database: Database
let door: Door
let given: Awaited<ReturnType<typeof givenFamily>>

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database.app, () => now)
  given = await givenFamily(database, door)
})
afterAll(() => database.close())

const newChild = () =>
  givenChild(door, given.callers.programmeLead, { household: given.home.household, worker: given.worker })
const card = (child: string) => ({
  child,
  from: '2026-11-22',
  knownAs: 'El',
  allergies: [
    { what: 'Nuts', severity: 'severe', pen: true, penExpires: '2026-11-21' },
    { what: 'Cats', severity: 'mild' },
  ],
  medication: [
    { name: 'Melatonin', dose: '2 mg', times: '20:00', how: 'with milk' },
    { name: 'Paracetamol', dose: '5 ml', asNeeded: 'yes' },
    { name: 'Inhaler', dose: '2 puffs', times: '8am and 8pm' },
  ],
  triggers: 'Slammed doors',
  whatHelps: 'Quiet, and the dog',
  missingHistory: 'Once, in May; found at the canal',
  contacts: [{ name: 'Nan', relation: 'grandmother', phone: '07700 900123' }],
})

describe('the care card', () => {
  it('gives what a host needs at night: the pen, the next dose, what helps, whether stays are agreed', async () => {
    const child = await newChild()
    await givenConsent(door, given.worker, child)
    await door.perform(changeCareCard, given.home.carer, card(child))
    const read = await door.look(careCard, given.home.carer, { child })
    expect(read).toMatchObject({
      who: { name: 'Ellis Marlowe', age: '9 years' },
      card: {
        knownAs: 'El',
        allergies: [
          { what: 'Nuts', severity: 'severe', penState: 'expired', penSays: 'Adrenaline pen has expired' },
          { what: 'Cats', severity: 'mild', penState: null },
        ],
        writtenBy: 'Carer of Larkrise',
        faith: null,
      },
      stays: { state: 'agreed' },
      mustNotMeet: [],
      dutyPhone: '01632 960 111',
    })
    expect(read.nextDoses.map((dose) => [dose.medicine.name, dose.at?.toISOString()])).toEqual([
      ['Inhaler', '2026-11-22T08:00:00.000Z'],
      ['Melatonin', '2026-11-22T20:00:00.000Z'],
    ])
    expect(read.asNeeded.map((medicine) => medicine.name)).toEqual(['Paracetamol'])
    expect(await auditRows(database, 'care-card', 'seen', child)).toBe(1)
    expect(await auditRows(database, 'change-care-card', 'done', child)).toBe(1)
  })

  it('keeps the card of each day, and all that was ever written on it', async () => {
    const child = await newChild()
    await door.perform(changeCareCard, given.worker, { ...card(child), from: '2026-10-01' })
    await door.perform(changeCareCard, given.worker, { ...card(child), allergies: [], from: '2026-11-01' })
    const on = async (asAt: string) => (await door.look(careCard, given.worker, { child, asAt })).card
    expect(await on('2026-09-30')).toBeNull()
    expect((await on('2026-10-31'))?.allergies).toHaveLength(2)
    expect((await on('2026-11-01'))?.allergies).toEqual([])
    expect((await door.look(careCard, given.worker, { child, asAt: '2026-11-01' })).nextDoses).toEqual([])
    const { facts } = await door.look(childHistory, given.worker, { child })
    const cards = facts.filter((fact) => fact.kind === 'care_card')
    expect(cards).toHaveLength(3)
    expect(cards.at(-1)?.says).toContain('Nuts (severe) pen 2026-11-21 / Cats (mild)')
  })

  it('is not written over what somebody else wrote meanwhile', async () => {
    const child = await newChild()
    const { card: first } = await door.perform(changeCareCard, given.home.carer, card(child))
    const { card: second } = await door.perform(changeCareCard, given.worker, { ...card(child), seen: first })
    const late = door.perform(changeCareCard, given.home.carer, { ...card(child), seen: first })
    await expect(late).rejects.toMatchObject({ detail: { card: second } })
    await door.perform(changeCareCard, given.home.carer, { ...card(child), seen: second })
  })

  it('is changed by the carer of the child’s home, not by another family or another service', async () => {
    const child = await newChild()
    for (const caller of [given.otherHome.carer, given.stranger.callers.programmeLead]) {
      await expect(door.perform(changeCareCard, caller, card(child))).rejects.toBeInstanceOf(NotFound)
      await expect(door.look(careCard, caller, { child })).rejects.toBeInstanceOf(NotFound)
    }
    const supervising = door.perform(changeCareCard, given.callers.supervisingSocialWorker, card(child))
    await expect(supervising).rejects.toBeInstanceOf(Forbidden)
  })

  it('says of each row what is missing', async () => {
    const no = await door
      .perform(changeCareCard, given.worker, {
        ...card(given.child),
        allergies: [
          { what: '', severity: 'bad' },
          { what: 'Eggs', severity: 'mild', penExpires: '2027-01-01' },
        ],
        medication: [{ name: 'Inhaler', dose: '2 puffs' }],
        contacts: undefined,
      })
      .catch((thrown) => thrown)
    expect(no).toBeInstanceOf(BadInput)
    const fields = no.issues.map((issue: { field: string }) => issue.field)
    expect(fields).toEqual([
      'allergies.0.what',
      'allergies.0.severity',
      'allergies.1.pen',
      'medication.0.times',
      'contacts',
    ])
  })
})

describe('the photo', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
  const named = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)

  it('is what its bytes say, whatever its name, and seen by who may see the child', async () => {
    const child = await newChild()
    await door.perform(addPhoto, given.home.carer, {
      child,
      photo: named(new Uint8Array(png), 'holiday.txt'),
    })
    const photo = await door.look(childPhoto, given.home.carer, { child })
    expect(photo).toEqual({ mediaType: 'image/png', base64: png.toString('base64') })
    await expect(door.look(childPhoto, given.otherHome.carer, { child })).rejects.toBeInstanceOf(NotFound)
    expect(await auditRows(database, 'child-photo', 'seen', child)).toBe(1)
    expect((await door.look(careCard, given.worker, { child })).who.hasPhoto).toBe(true)
    now = new Date('2026-11-23T10:00:00Z')
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64')
    await door.perform(addPhoto, given.worker, { child, photo: jpeg })
    expect(await door.look(childPhoto, given.worker, { child })).toMatchObject({ mediaType: 'image/jpeg' })
  })

  it('is refused in a sentence when it is empty, too large, or no picture we show', async () => {
    const add = (photo: unknown) => door.perform(addPhoto, given.home.carer, { child: given.child, photo })
    const says = (photo: unknown) => add(photo).catch((no) => no.issues?.[0]?.message ?? no.message)
    const large = new Uint8Array(MOST_PHOTO_BYTES + 1)
    large.set(png)
    expect(await says(named(large, 'large.png'))).toBe('Choose a photo of 2 MB or less')
    expect(await says(Buffer.from(large).toString('base64'))).toBe('Choose a photo of 2 MB or less')
    expect(await says(named(new Uint8Array(), ''))).toBe('Choose a photo')
    expect(await says(undefined)).toBe('Choose a photo')
    expect(await says(named(new TextEncoder().encode('<svg onload=1>'), 'me.png'))).toMatch(
      /JPEG, PNG or WebP/,
    )
    await expect(door.look(childPhoto, given.home.carer, { child: given.child })).rejects.toBeInstanceOf(
      NotFound,
    )
  })
})
