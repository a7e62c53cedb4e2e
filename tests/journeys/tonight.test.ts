import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { COUNTY_NOW, COUNTY_TIMEOUT, countyDatabase, type GivenCounty } from '../given/county.ts'
import { type RunningApp, startApp } from '../harness/app.ts'
import { openBrowser } from '../harness/browser.ts'
import { signInAs } from '../harness/sign-in.ts'
import { newVisitor, type Visitor } from '../harness/visit.ts'

/*
 * Sunday and Monday night in the imagined county: the liaison worker at a desk and the hub's carer on a phone see who
 * sleeps where and who is late; then the hub's weeks, its use and its rest.
 */

const LIAISON = 'Ruth Oyelaran'
const HUB = 'Marian Okoro'
const SATELLITE = 'Josie Tanner'

let database: Database
let county: GivenCounty
let app: RunningApp
let browser: Browser
const visitors: Visitor[] = []

const visitor = async (name: string, width: number): Promise<Visitor> => {
  const one = await newVisitor(browser, app, { width })
  visitors.push(one)
  await signInAs(one, name)
  return one
}

beforeAll(async () => {
  const filled = await countyDatabase()
  database = filled.database
  county = filled.county
  app = await startApp(database, { now: COUNTY_NOW, demo: true })
  browser = await openBrowser()
}, COUNTY_TIMEOUT)

afterAll(async () => {
  for (const one of visitors) await one.close()
  await browser?.close()
  await app?.stop()
  await database?.close()
})

test('the liaison worker sees the night, another night, and what was known then', async () => {
  const ruth = await visitor(LIAISON, 1280)
  expect(await ruth.page.locator('nav a[href="/tonight"]').first().isVisible()).toBe(true)
  await ruth.go('/tonight')
  const night = await ruth.text()
  expect(night).toContain('Sunday 22 November, into Monday 23 November.')
  expect(night).toMatch(/2\s*staying away from home/)
  expect(night).toContain('Staying at Orchard End')
  expect(night).toContain('Bed by the door · from Highfield · until Mon 23 Nov, 4pm')
  expect(night).toContain('At home, Larch Cottage')
  expect(night).not.toMatch(/child(ren)? late/)

  await ruth.follow('Sat 21 Nov, the night before')
  expect(await ruth.heading()).toBe('The night of Saturday 21 November')
  await ruth.go('/tonight')

  await ruth.typeDay('As it was known on which day?', '2026-11-30')
  await ruth.press('Show that night')
  expect(await ruth.errors()).toEqual(['Nobody knows yet what will be known then'])
  await ruth.typeDay('Which night?', '2026-11-22')
  await ruth.typeDay('As it was known on which day?', '2026-10-20')
  await ruth.type('At what time?', '9am')
  await ruth.press('Show that night')
  const then = await ruth.text()
  expect(then).toContain('As it was known on Tue 20 Oct, 9am.')
  expect(then).not.toContain('Staying at Orchard End')
})

test('the night is one sheet of paper, in black on white', async () => {
  const ruth = await visitor(LIAISON, 1280)
  await ruth.go('/tonight')
  const sheets = (await ruth.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheets.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  await ruth.page.emulateMedia({ media: 'print' })
  const coloured = await ruth.page.evaluate(`
    [...document.querySelectorAll('.night-sky, .night-home, .night-child')].map((drawn) => {
      const { color, backgroundColor } = getComputedStyle(drawn)
      return color + ' on ' + backgroundColor
    }).filter((look) => look !== 'rgb(0, 0, 0) on rgba(0, 0, 0, 0)')`)
  expect(coloured).toEqual([])
  expect(await ruth.page.locator('.night-links').isVisible()).toBe(false)
  await ruth.page.emulateMedia({ media: null })
})

test('on Monday evening the hub’s carer sees who is late, and of other homes only the beds', async () => {
  app.setClock(new Date('2026-11-23T18:00:00Z'))
  const marian = await visitor(HUB, 320)
  await marian.follow('Tonight')
  const night = await marian.text()
  expect(night).toContain('1 child late')
  expect(night).toMatch(
    /Mia Lovett: should be home from Orchard End since 4pm\. Nobody has said that they are/,
  )
  expect(night).toContain('At home, Orchard End')
  expect(night).not.toContain('Finn')
  expect(night).not.toContain('Lily-Mae')
  expect(await marian.page.locator('.night-home', { hasText: 'Larch Cottage' }).innerText()).toContain(
    '1 bed left',
  )

  await marian.go(`/households/${county.homes.orchardEnd}/availability`)
  await marian.follow('See them as a picture, bed by bed')
  const weeks = await marian.text()
  expect(weeks).toContain('From 23 November 2026 to 14 February 2027')
  expect(weeks).toMatch(/Mia, Fri 11 Dec to Sat 12 Dec: agreed/)
  expect(await marian.page.locator('.weeks__bar--asked').count()).toBeGreaterThan(1)
  await marian.follow('Six weeks later')
  expect(await marian.text()).toContain('From 4 January 2027')
})

test('another home sees that the hub’s beds are kept, and not for whom', async () => {
  const josie = await visitor(SATELLITE, 320)
  await josie.go(`/households/${county.homes.orchardEnd}/weeks`)
  const weeks = await josie.text()
  expect(weeks).toContain('A stay, ')
  for (const child of ['Mia', 'Yaw', 'Tyler', 'Lily-Mae']) expect(weeks).not.toContain(child)

  await josie.go(`/constellations/${county.constellations.kingfisher}/fair-use`)
  const use = await josie.text()
  expect(use).toContain('Larch Cottage')
  expect(use).not.toContain('Highfield')
  expect(use).not.toContain('Rest of the hub')
})

test('the liaison worker reads fair use, and settles rest and need', async () => {
  const ruth = await visitor(LIAISON, 1280)
  await ruth.go(`/constellations/${county.constellations.kingfisher}`)
  await ruth.follow('Fair use and rest')
  const use = await ruth.text()
  expect(use).toContain('2 child-nights a month for each of them')
  expect(use).toContain('At most 7 nights')
  await ruth.follow('26 weeks')
  expect(await ruth.text()).toContain('Each home in 26 weeks')

  await ruth.press('Settle its rest')
  await ruth.type('Nights in a row with a child staying, at most', 'a few')
  await ruth.press('Save')
  expect(await ruth.errors()).toEqual(['Enter the nights in a row as a whole number from 1 to 60'])
  await ruth.type('Nights in a row with a child staying, at most', '4')
  await ruth.choose('Wednesday')
  await ruth.press('Save')
  await ruth.go(`/households/${county.homes.orchardEnd}/weeks`)
  expect(await ruth.text()).toContain('Wed 2 Dec: their own, settled as rest')

  await ruth.go(`/constellations/${county.constellations.kingfisher}/fair-use`)
  await ruth.follow('Change need of Highfield')
  await ruth.type('Child-nights a month', '6')
  await ruth.type('Why?', 'A hard winter')
  await ruth.press('Save')
  await ruth.go(`/constellations/${county.constellations.kingfisher}/fair-use`)
  expect(await ruth.text()).toContain('Highfield: 6 child-nights a month were stated: A hard winter.')
})
