import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { homes } from '../seeds/county.ts'
import { root } from '../src/platform/root.ts'

/* Two constellations from 60 households: the sample register beside the project, brought in and planned on the pages. */

const data = ['../shared/data', '../../shared/data']
  .map((path) => join(root, path))
  .find((path) => existsSync(join(path, 'register-sixty')))

const read = (name: string) => readFileSync(join(data ?? '', name), 'utf8')

/** Homes of the sample register with a child whose brother or sister lives in another that wants to be in. */
const SIBLINGS = ['Olena and Oliver Kowalska', 'Mari and Arlo James']

/** The homes with lat and lon of their postcode's sector, since the imagined county knows no places but its own. */
function placed(households: string): string {
  const sectors = new Map(
    read('geo/uk-sector-centroids.csv')
      .split(/\r?\n/)
      .map((line) => line.split(','))
      .map(([sector = '', lat = '', lon = '']) => [sector, `${lat},${lon}`]),
  )
  const [head = '', ...rows] = households.trimEnd().split(/\r?\n/)
  const at = head.split(',').indexOf('postcode')
  const places = rows.map((row) => sectors.get((row.split(',')[at] ?? '').slice(0, -2)) ?? ',')
  return [`${head},lat,lon`, ...rows.map((row, n) => `${row},${places[n]}`)].join('\n')
}

/** Takes its pictures as the programme lead, whose `page` is 1280 px wide; none where the sample register is not there. */
export async function picturePlan(
  page: Page,
  url: string,
  shot: (page: Page, name: string, height: number) => Promise<unknown>,
): Promise<void> {
  if (!data) {
    console.error('There is no sample register beside the project: the pictures of a plan stay as they are')
    return
  }
  const press = async (name: string | RegExp) => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])
  }
  const choose = async (label: string, name: string, text: string) => {
    const buffer = Buffer.from(text)
    await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
  }

  await page.goto(`${url}/register/import`)
  await choose('Homes', 'households.csv', placed(read('register-sixty/households.csv')))
  await choose('Children', 'children.csv', read('register-sixty/children.csv'))
  await choose(
    'Friends, and who is kept apart (if you have it)',
    'links.csv',
    read('register-sixty/links.csv'),
  )
  await press('See what would change')
  // Where the pictures were taken before, all of it is known already.
  const known = (await page.locator('main').innerText()).includes('All of it is known already')
  if (!known) await press('Import the register')

  await page.goto(`${url}/plans/borders`)
  await choose('Borders', 'borders.topojson', read('geo/england-utla-2024-buc.topojson'))
  await press('Bring them in')

  const first = await planned('Short journeys', [])
  await shot(page, 'plan', 1700)
  await page.setViewportSize({ width: 390, height: 1080 })
  await shot(page, 'plan-phone', 1440)
  await page.setViewportSize({ width: 1280, height: 1080 })

  // The best plan leaves out two homes where a brother lives apart from his sister: what does it cost to have them in?
  const second = await planned('Brothers and sisters', SIBLINGS)
  await page.goto(`${second}/compare?with=${first.split('/').at(-1)}`)
  await shot(page, 'plans-compared', 1700)
  await page.goto(`${second}/freeze`)
  await shot(page, 'plan-freeze', 1700)

  /** Plans two constellations of the 60 homes, with some that must be in; gives its address, and its page is open. */
  async function planned(name: string, mustBeIn: readonly string[]): Promise<string> {
    await page.goto(`${url}/plans/new`)
    // The county's own homes stay as they are.
    await page.getByLabel('Only some of them').check()
    const own = new Set(Object.values(homes).map(({ name }) => name))
    for (const label of await page.locator('input[name="households"] + label').all())
      if (!own.has((await label.innerText()).trim())) await label.click()
    await page.getByLabel('How many constellations?').fill('2')
    await page.locator('summary', { hasText: 'Homes that must be in' }).click()
    for (const home of mustBeIn)
      await page.locator('input[name="mustBeIn"] + label', { hasText: home }).first().click()
    await page.locator('summary', { hasText: 'Name and repeat' }).click()
    await page.locator('input[name="name"]').fill(name)
    await press('Find the best plan')
    const plan = page.url()
    await found(page, plan)
    await page.goto(plan)
    return plan
  }
}

/** Waits until the search has ended. */
async function found(page: Page, plan: string): Promise<void> {
  for (let left = 120; left > 0; left--) {
    await page.goto(`${plan}?still`)
    if ((await page.locator('svg.plan-map').count()) > 0 && !(await page.content()).includes('best so far'))
      return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('No plan was found in a minute')
}
