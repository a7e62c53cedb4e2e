import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerInvitation } from '../../src/constellations/answer-invitation.ts'
import { createConstellation } from '../../src/constellations/create-constellation.ts'
import { inviteHousehold } from '../../src/constellations/invite-household.ts'
import { addHousehold } from '../../src/households/add-household.ts'
import { type GivenService, givenService } from '../given/service.ts'
import { breachesOf, numberOf, openRaces, type Races, race, tally } from './race.ts'

/* Two constellations ask one home, and a yes to both is written down in the same moment. */

const ROUNDS = 100

let races: Races
let given: GivenService
let constellations: string[]

beforeAll(async () => {
  races = await openRaces()
  given = await givenService(races.database)
  const made = ['North', 'South'].map((name) =>
    races.door.perform(createConstellation, given.callers.programmeLead, { name }),
  )
  constellations = (await Promise.all(made)).map(({ constellation }) => constellation)
})
afterAll(() => races?.close())

async function invited(round: number, part: string) {
  const lead = given.callers.programmeLead
  const home = { reference: `H-${round}`, name: `Home ${round}`, kind: 'mainstream', from: '2025-01-06' }
  const { household } = await races.door.perform(addHousehold, lead, home)
  const invitations: string[] = []
  for (const constellation of constellations) {
    const asked = await races.door.perform(inviteHousehold, lead, { constellation, household, part })
    invitations.push(asked.invitation)
  }
  return { household, invitations }
}

test(`${ROUNDS} homes say yes to both at once: each is in one, and the other yes reads why not`, async () => {
  let first = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { household, invitations } = await invited(round, round % 2 === 0 ? 'satellite' : 'guest')
    const { won, lost } = await race(
      ...invitations.map((invitation, n) =>
        races.doorOf(n).perform(answerInvitation, given.callers.programmeLead, {
          invitation,
          answer: 'yes',
          spokenTo: 'Their carer, by phone',
        }),
      ),
    )
    expect(won).toHaveLength(1)
    expect(lost.map(({ message }) => message)).toEqual([
      expect.stringMatching(/already in (the|another) constellation/),
    ])
    const members = `select count(*) from membership where household_id = $1 and superseded_at is null`
    expect(await numberOf(races, members, [household])).toBe(1)
    if (won[0]?.constellation === constellations[0]) first++
  }
  tally('Two constellations, one home', ROUNDS, { 'North first': first, 'South first': ROUNDS - first })
  expect(await breachesOf(races)).toEqual([])
}, 120_000)
