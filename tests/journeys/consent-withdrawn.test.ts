import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenWeekend, givenAccepted, givenWeekend } from '../given/sleepovers.ts'
import { openStage, type Stage } from '../harness/stage.ts'

/* Friday noon: a mother takes back her consent, and two children were to sleep at the hub that evening. */

const SUNDAY = new Date('2026-11-22T10:00:00Z')
const FRIDAY = new Date('2026-11-27T12:00:00Z')

let stage: Stage
let given: GivenWeekend
let stay: string

beforeAll(async () => {
  stage = await openStage(SUNDAY)
  given = await givenWeekend(stage.database, stage.door)
  stay = await givenAccepted(stage.door, given)
  stage.app.setClock(FRIDAY)
})
afterAll(() => stage?.close())

test('the sleepover of that evening is cancelled, everyone knows why, and the beds are free', async () => {
  const worker = await stage.visitor('Nadia Fernsby', 1280)
  await worker.go(`/children/${given.brother}/consents/withdraw`)
  expect(await worker.text()).toContain('sleepovers from that day on are cancelled at once')
  await worker.press('Withdraw consent')
  expect(await worker.errors()).toEqual(['Enter why it is withdrawn'])
  await worker.type('Why?', 'His mother rang this morning')
  await worker.press('Withdraw consent')

  const carer = await stage.visitor(`Carer of ${given.home.name}`)
  await carer.go('/messages')
  expect(await carer.text()).toContain('A sleepover is cancelled')
  expect(await carer.text()).not.toMatch(/Kit|Ada/)
  await carer.follow('A sleepover is cancelled')
  expect(carer.path()).toBe(`/sleepovers/${stay}`)
  expect(await carer.text()).toMatch(
    /Cancelled[\s\S]*Consent for Kit to stay overnight was withdrawn from 27 November 2026/,
  )

  const hub = await stage.visitor(`Carer of ${given.hub.name}`)
  expect(await hub.text()).not.toContain('Ada and Kit')
  await hub.go('/messages')
  expect(await hub.text()).toContain('A sleepover is cancelled')
  await hub.go(`/households/${given.hub.household}/availability`)
  expect(await hub.page.locator('.night').first().innerText()).toMatch(/2 beds/)

  const liaison = await stage.visitor('Imani Brightwell', 1280)
  await liaison.go('/sleepovers/past')
  expect(await liaison.text()).toMatch(/Ada and Kit[\s\S]*Cancelled/)
})
