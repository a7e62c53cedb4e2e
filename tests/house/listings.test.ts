import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.ts'
import { openDoor } from '../../src/door.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import type { AnyListing } from '../../src/platform/listing.ts'
import { Forbidden, NotFound } from '../../src/platform/refusals.ts'
import { testDatabase } from '../harness/database.ts'
import { idFields, inputFor } from './inputs.ts'
import { FAMILIES, markersIn, type ServiceName } from './markers.ts'
import { mayKnow, TOLD_IN_AN_EMERGENCY } from './may-know.ts'
import { everybodyOf, fillWorld, idOf, NOW } from './world.ts'

/* Every listing, looked at by everybody, asked about everything: what comes out is theirs to know. */

let database: Database
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  await fillWorld(database)
  door = openDoor(database.app, () => NOW)
})
afterAll(() => database?.close())

const SERVICES: ServiceName[] = ['north', 'south']
const STAYS = ['past', 'present', 'coming', 'asked', 'agreed', 'urgent']
/** Every thing of the world that a field of this name may name. */
const CHOICES: Record<string, string[]> = {
  bed: FAMILIES.map((family) => `${family} bed`),
  child: FAMILIES.map((family) => `${family} child`),
  constellation: ['ring', 'far ring', 'closed ring'],
  household: FAMILIES.map((family) => `${family} home`),
  host: FAMILIES.map((family) => `${family} home`),
  invitation: FAMILIES.map((family) => `${family} invitation`),
  series: ['series'],
  offer: ['offer'],
  plan: ['plan', 'running plan', 'impossible plan'],
  against: ['second plan'],
  stay: STAYS.map((stay) => `${stay} stay`),
  upload: ['upload'],
}
const many: Record<string, string> = { children: 'child', only: 'child' }

/** What a listing is for, though the person may know it from nowhere else. This list only shrinks. */
const TOLD: Record<string, string[]> = {
  // A child's social worker chooses where a child will live among all the service's homes.
  'homes-for-placing': ['far', 'free', 'peer'].map((family) => `child_social_worker: north ${family} near`),
  // Who asks for a sleepover is told which other home of the child's constellation would also work.
  'emergency-homes': TOLD_IN_AN_EMERGENCY,
  'day-care-check': ['child_social_worker: north peer near', 'supervising_social_worker: north peer near'],
  'series-check': ['child_social_worker: north peer near', 'supervising_social_worker: north peer near'],
  'sleepover-check': ['child_social_worker: north peer near', 'supervising_social_worker: north peer near'],
  // So is who moves one in the middle of it.
  'homes-to-move-to': ['child_social_worker: north peer near', 'supervising_social_worker: north peer near'],
}

/** What a listing needs to be told in particular; the rest is made up from its schema. */
const SENT: Record<string, object> = { 'day-care-check': { fromTime: '09:00' } }

/** Every query worth asking: about each thing of each service in turn, the rest being mine; then and now. */
function queriesOf(listing: AnyListing): Record<string, unknown>[] {
  const fields = Object.keys(listing.query.shape)
  const abouts = idFields(listing.query).flatMap((field) => {
    const choices = CHOICES[many[field] ?? field]
    if (!choices) throw new Error(`Say in listings.test.ts what a field named ${field} may name`)
    const names = [...choices.map((name) => `north ${name}`), `south ${choices[0]}`]
    return names.map((name) => ({ [field]: many[field] ? [idOf(name)] : idOf(name) }))
  })
  const times = fields.includes('asAt')
    ? [{}, { asAt: '2025-01-15' }]
    : fields.includes('when')
      ? [{ when: 'coming' }, { when: 'past' }]
      : [{}]
  return [{}, ...abouts].flatMap((about) =>
    times.map((time) => inputFor(listing.query, 'north', { ...SENT[listing.name], ...about, ...time })),
  )
}

const auditRows = async () =>
  Number((await database.owner.query('select count(*) as count from audit')).rows[0].count)

describe.each(
  catalogue.flatMap(({ listings }) => listings).map((listing) => [listing.name, listing] as const),
)('%s', (_name, listing) => {
  test('shows each person only what they may know, and leaves a trace where it must', async () => {
    const leaks = new Set<string>()
    let shown = 0
    let inspected = 0
    const before = await auditRows()
    const look = async ([who, caller]: [string, Caller]) => {
      for (const query of queriesOf(listing)) {
        const result = await door.look(listing, caller, query).catch((no) => {
          if (no instanceof Forbidden || no instanceof NotFound) return no
          throw new Error(`${who} ${JSON.stringify(query)}: ${no.stack}`)
        })
        if (result instanceof Error) continue
        shown++
        if (who === 'inspector') inspected++
        for (const thing of thingsIn(result)) {
          const told = `${who}: ${thing}`
          if (!mayKnow('north', who, thing) && !TOLD[listing.name]?.includes(told)) leaks.add(told)
        }
      }
    }
    await Promise.all(everybodyOf('north').map(look))
    expect([...leaks].sort()).toEqual([])
    expect(shown).toBeGreaterThan(0)
    expect((await auditRows()) - before).toBe(listing.sensitive ? shown : inspected)
  }, 60_000)
})

/** A child's id gives the child away as a name does, and so does any id of the other service. */
const OWNERS = new Map(
  SERVICES.flatMap((service) =>
    FAMILIES.flatMap((family) => {
      const child = [idOf(`${service} ${family} child`), `${service} ${family} child`] as const
      const home = [idOf(`${service} ${family} home`), `${service} ${family} near`] as const
      return service === 'south' ? [child, home] : [child]
    }),
  ),
)

function thingsIn(result: unknown): Set<string> {
  const text = JSON.stringify(result, (_key, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  )
  const things = markersIn(text ?? '')
  for (const [id, thing] of OWNERS) if (text?.includes(id)) things.add(thing)
  return things
}
