import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clock } from '../../src/platform/clock.ts'
import { root } from '../../src/platform/root.ts'
import { importPositions } from '../../src/register/import-positions.ts'
import { startRunningPlans } from '../../src/run-plans.ts'
import { type GivenService, givenService } from '../given/service.ts'
import { carrySession, sessionOf } from '../harness/sign-in.ts'
import { openStage, type Stage } from '../harness/stage.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'
import { bringRegister } from './bring-register.ts'

/*
 * Two constellations from 60 households: the register as it comes, a plan, the map, a home moved by hand, the two side by
 * side, and the invitations. Only where the sample register lies beside the project.
 */

const data = join(root, '../shared/data')
const folder = ['../shared/data', '../../shared/data']
  .map((path) => join(root, path, 'register-sixty'))
  .find((path) => existsSync(path))
const NOW = new Date('2026-11-22T10:00:00Z')

describe.skipIf(!folder)('two constellations from 60 households', () => {
  const from = folder ?? data
  let stage: Stage
  let given: GivenService
  let lead: Visitor
  let running: Clock
  const faults: unknown[] = []

  beforeAll(async () => {
    stage = await openStage(NOW)
    given = await givenService(stage.database)
    lead = await newVisitor(stage.browser, stage.app, { width: 1280 })
    await carrySession(lead, stage.app, await sessionOf(stage.database, given.callers.programmeLead, NOW))
    const places = readFileSync(join(from, '../geo/uk-sector-centroids.csv'), 'utf8')
    await stage.door.perform(importPositions, given.callers.programmeLead, { places })
    running = startRunningPlans(stage.database, stage.door, (fault) => faults.push(fault), 200)
  })

  afterAll(async () => {
    await running?.stop()
    await lead?.close()
    await stage?.close()
  })

  /** Waits until the run has found a plan, and stops it where it still looks for a better one. */
  async function foundAndStopped(plan: string): Promise<void> {
    for (let left = 90; left > 0; left--) {
      await lead.page.goto(`${stage.app.url}${plan}?still`)
      const says = await lead.text()
      if (says.includes('within') && !says.includes('stands still')) return
      if (says.includes('Stop and keep the best so far')) {
        await lead.check()
        await lead.press('Stop and keep the best so far')
      }
      await new Promise((done) => setTimeout(done, 500))
    }
    throw new Error(`No plan was found: ${await lead.text()}`)
  }

  test('from the files to the invitations', async () => {
    const read = (name: string) => readFileSync(join(from, `${name}.csv`), 'utf8')
    await bringRegister(lead, {
      households: read('households'),
      children: read('children'),
      links: read('links'),
    })

    await lead.go('/plans')
    await lead.press('Plan constellations')
    expect(await lead.text()).toContain('Possible hubs: 4')
    await lead.type('How many constellations?', '5')
    await lead.press('Find the best plan')
    expect(await lead.errors()).toEqual([expect.stringMatching(/hub/)])
    await lead.type('How many constellations?', '2')
    await Promise.all([
      lead.page.waitForEvent('load'),
      lead.page.getByRole('button', { name: 'Find the best plan' }).click(),
    ])
    const plan = lead.path()
    await foundAndStopped(plan)
    await lead.go(plan)
    const found = await lead.text()
    expect(found).toMatch(/within [\d.]+% of the best possible|the best possible plan/)
    expect(found).toContain('Checked by sums alone')
    expect(found).toContain('Proved by the solver')
    expect(found).toMatch(/families in one constellation/)
    expect(await lead.page.locator('svg.plan-map').count()).toBe(1)
    expect(await lead.page.locator('.plan-constellations table').count()).toBe(2)
    expect(found).toMatch(/homes left out/)

    await lead.follow('Change what was settled, and plan again')
    expect(await lead.text()).toContain('As it was settled for')
    expect(await lead.page.getByLabel('How many constellations?').inputValue()).toBe('2')
    await lead.go(plan)

    // A home of the first constellation: why it is there, and out by hand.
    await lead.page
      .locator('.plan-constellations table')
      .first()
      .locator('tbody tr')
      .last()
      .getByRole('link')
      .click()
    await lead.check()
    const name = await lead.heading()
    expect(await lead.text()).toContain('What else was near')
    await lead.page.getByRole('radio', { name: 'Leave it out' }).check()
    await lead.press('Move it')
    expect(await lead.text()).toContain(`${name} left out`)
    await lead.follow('Compare the two')
    const compared = await lead.text()
    expect(compared).toContain('1 home elsewhere')
    expect(compared).toContain(name)

    await lead.go(`${plan}/freeze`)
    expect(await lead.text()).toMatch(/2 constellations will be formed, and \d+ homes invited/)
    await lead.page.getByLabel('Name of the constellation').first().fill('Harbour')
    await lead.press(/^Freeze, and invite/)
    expect(await lead.text()).toContain('Frozen on 22 November 2026')
    await lead.page.getByRole('link', { name: 'Open the constellation' }).first().click()
    await lead.check()
    expect(await lead.text()).toContain('Forming')
    await lead.go(plan)
    await lead.page.getByRole('link', { name: 'its launch checklist' }).first().click()
    await lead.check()
    expect(await lead.text()).toContain('liaison worker')

    // The hub home's carer reads the invitation on a phone.
    const { rows } = await stage.database.owner.query(
      `select c.person_id as person from invitation i join household_carer c on c.household_id = i.household_id
        join constellation k on k.id = i.constellation_id
        where i.part = 'hub' and k.name = 'Harbour' order by 1 limit 1`,
    )
    const carer = await newVisitor(stage.browser, stage.app, { width: 320 })
    const caller = { service: given.service, person: rows[0].person, via: 'web' as const }
    await carrySession(carer, stage.app, await sessionOf(stage.database, caller, NOW))
    await carer.go('/constellations')
    await carer.follow(/Read what it means and answer/)
    expect(await carer.text()).toContain('invited to be the hub home of Harbour')
    expect(await carer.go('/plans')).toBe(403)
    await carer.close()
    expect(faults).toEqual([])
  }, 240_000)
})
