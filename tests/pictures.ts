import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../src/platform/root.ts'
import { openBrowser } from './harness/browser.ts'
import { picturePlan } from './pictures-plan.ts'

/* The pictures of the README, of the imagined county, as the people in it see it. */

const url = process.env.URL ?? 'http://127.0.0.1:3000'
const folder = join(root, 'docs/pictures')

async function signedIn(browser: Browser, name: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 1080 },
    javaScriptEnabled: false,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name, exact: true }).click()
  return page
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })

await mkdir(folder, { recursive: true })
const browser = await openBrowser()

const carer = await signedIn(browser, 'Marian Okoro', 320)
await shot(carer, 'home')

const asking = await signedIn(browser, 'Josie Tanner', 390)
await asking.goto(`${url}/sleepovers/ask`)
for (const box of await asking.getByRole('checkbox').all()) await box.check()
await asking.getByRole('button', { name: 'Continue' }).click()
const nights = asking.locator('input[name="nights"]')
const friday = asking.locator('.night', { hasText: 'Fri' }).first().locator('input')
await friday.check({ force: true })
const all = await nights.all()
for (const [index, night] of all.entries()) {
  if (index > 0 && (await all[index - 1]?.isChecked()) && (await night.getAttribute('value')) !== null) {
    await night.check({ force: true })
    break
  }
}
await asking.getByRole('button', { name: 'Continue' }).click()
await asking.getByLabel('A rest for us').check()
await asking.getByRole('button', { name: 'Continue' }).click()
await shot(asking, 'findings')

const lead = await signedIn(browser, 'Helen Marchetti', 1280)
await lead.goto(`${url}/constellations`)
await lead
  .getByRole('link', { name: /Kingfisher/ })
  .first()
  .click()
await lead.screenshot({
  path: join(folder, 'constellation.png'),
  clip: { x: 0, y: 0, width: 1280, height: 1080 },
})

// An emergency, as it is on a phone at night: the homes that can take her, the best first.
const night = await signedIn(browser, 'Josie Tanner', 320)
await night.goto(`${url}/sleepovers/emergency`)
await night.getByRole('checkbox').first().check()
await night.getByRole('button', { name: 'Continue' }).click()
await night.getByRole('radio').first().check()
await night.getByRole('button', { name: 'Show homes that can help' }).click()
await night.screenshot({
  path: join(folder, 'emergency.png'),
  fullPage: true,
  clip: { x: 0, y: 0, width: 320, height: 1180 },
})

const liaison = await signedIn(browser, 'Ruth Oyelaran', 1280)
await liaison.goto(`${url}/tonight`)
await liaison.screenshot({
  path: join(folder, 'tonight.png'),
  clip: { x: 0, y: 0, width: 1280, height: 1080 },
})

await liaison.goto(`${url}/households`)
await liaison
  .getByRole('link', { name: /Orchard End/ })
  .first()
  .click()
await liaison.goto(`${liaison.url()}/weeks`)
await liaison.screenshot({
  path: join(folder, 'weeks.png'),
  clip: { x: 0, y: 0, width: 1280, height: 760 },
})

// Last, as it brings 60 homes in.
await lead.setViewportSize({ width: 1280, height: 1080 })
await picturePlan(lead, url, async (page, name, height) => {
  const width = page.viewportSize()?.width ?? 1280
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height },
  })
})
await browser.close()
