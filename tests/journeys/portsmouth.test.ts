import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerInvitation } from '../../src/constellations/answer-invitation.ts'
import { assignLiaison } from '../../src/constellations/assign-liaison.ts'
import { createConstellation } from '../../src/constellations/create-constellation.ts'
import { inviteHousehold } from '../../src/constellations/invite-household.ts'
import { launchConstellation } from '../../src/constellations/launch-constellation.ts'
import { openDoor } from '../../src/door.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import { root } from '../../src/platform/root.ts'
import { type GivenService, givenService, personOf } from '../given/service.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { testDatabase } from '../harness/database.ts'
import { carrySession, sessionOf } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'
import { bringRegister, chooseNights } from './bring-register.ts'

/*
 * The same weekend on a register of a real service's size, where it lies beside the project: a brother of 7 and a
 * sister of 11 with a nut allergy, and a hub approved for 8 to 16, so the out-of-hours manager has to say yes.
 */

const folder = join(root, '../shared/data/register-portsmouth')
const NOW = new Date('2026-11-22T19:00:00Z')
const HOME = 'H094'
const HUB = 'H187'
const SATELLITES = [HOME, 'H001', 'H002', 'H003', 'H004', 'H007', 'H011']

describe.skipIf(!existsSync(folder))('a register of 210 homes', () => {
  let database: Database
  let app: RunningApp
  let browser: Browser
  let given: GivenService
  const visitors: Visitor[] = []

  const visitor = async (caller: Caller, width = 320): Promise<Visitor> => {
    const one = await newVisitor(browser, app, { width })
    visitors.push(one)
    await carrySession(one, app, await sessionOf(database, caller, NOW))
    return one
  }

  beforeAll(async () => {
    database = await testDatabase()
    given = await givenService(database)
    app = await startApp(database, { now: NOW, demo: true })
    browser = await openBrowser()
  })

  afterAll(async () => {
    for (const one of visitors) await one.close()
    await browser?.close()
    await app?.stop()
    await database?.close()
  })

  const idOf = async (reference: string): Promise<string> => {
    const { rows } = await database.owner.query('select id from household where reference = $1', [reference])
    return rows[0].id
  }

  const carerOf = async (reference: string): Promise<Caller> => {
    const { rows } = await database.owner.query(
      'select c.person_id from household_carer c join household h on h.id = c.household_id where h.reference = $1 order by 1',
      [reference],
    )
    return { service: given.service, person: rows[0].person_id, via: 'web' }
  }

  async function formConstellation(): Promise<void> {
    const door = openDoor(database.app, () => NOW)
    const lead = given.callers.programmeLead
    const { constellation } = await door.perform(createConstellation, lead, { name: 'Harbour' })
    await door.perform(assignLiaison, lead, {
      constellation,
      person: personOf(given.callers.liaisonWorker),
      from: '2026-11-01',
    })
    for (const reference of [HUB, ...SATELLITES]) {
      const asked = {
        constellation,
        household: await idOf(reference),
        part: reference === HUB ? 'hub' : 'satellite',
      }
      const { invitation } = await door.perform(inviteHousehold, lead, asked)
      const yes = { invitation, answer: 'yes', from: '2026-11-01', spokenTo: 'A carer, by phone' }
      await door.perform(answerInvitation, lead, yes)
    }
    await door.perform(launchConstellation, lead, { constellation, on: '2026-11-02' })
  }

  test('from the three files to an agreed sleepover', async () => {
    const lead = await visitor(given.callers.programmeLead, 1280)
    await bringRegister(lead, {
      households: readFileSync(join(folder, 'households.csv'), 'utf8'),
      children: readFileSync(join(folder, 'children.csv'), 'utf8'),
      links: readFileSync(join(folder, 'links.csv'), 'utf8'),
    })
    expect(await lead.text()).toContain('210 in the file: 210 new')
    await formConstellation()
    await lead.go('/constellations')
    await lead.follow('Harbour')

    const carer = await visitor(await carerOf(HOME))
    await carer.go('/sleepovers/ask')
    await carer.choose('Olena')
    await carer.choose('Ryan')
    await carer.press('Continue')
    await chooseNights(carer, ['2026-11-27', '2026-11-28'])
    await carer.press('Continue')
    await carer.choose('A rest for us')
    await carer.press('Continue')
    const check = await carer.text()
    expect(check).toContain('approved for ages 8 to 16; Ryan would be 7')
    expect(check).not.toContain('Stops this')
    await carer.press(/^Ask /)
    const stay = carer.path()

    const manager = await visitor(given.callers.dutyManager, 1280)
    await manager.go(stay)
    for (let left = 9; left > 0; left--) {
      const yes = manager.page.getByRole('link', { name: /Say yes to this/ })
      if ((await yes.count()) === 0) break
      await manager.go(
        new URL((await yes.first().getAttribute('href')) ?? '', app.url).href.slice(app.url.length),
      )
      await manager.type('Why is this right for the child?', 'Eight in the spring, and with his sister')
      await manager.press('Say yes')
    }

    const hub = await visitor(await carerOf(HUB))
    await hub.go(stay)
    await hub.press('Yes, they can come')
    expect(await hub.errors()).toEqual([])
    expect(await hub.text()).toContain('Agreed')
  }, 240_000)
})
