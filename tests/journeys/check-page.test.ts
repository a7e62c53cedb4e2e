import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { checkPage } from '../harness/check-page.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
})
afterAll(() => browser?.close())

const whole = (body: string) =>
  `<!doctype html><html lang="en-GB"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`

async function findingsOf(body: string) {
  await page.setContent(whole(body))
  return checkPage(page, false)
}

test('a page for everybody has no findings', async () => {
  expect(await findingsOf('<p>Words</p>')).toEqual([])
})

test.each([
  ['pale words', '<p style="color: #bbb">Words</p>', /320 px: color-contrast.*\n*/],
  ['a field without a label', '<input name="a">', /320 px: label/],
  [
    'a target too small',
    '<button>a</button>'.repeat(3).replaceAll('<button', '<button style="padding:0;border:0;font-size:9px"'),
    /320 px: target-size/,
  ],
  ['words wider than a phone', '<p style="width: 400px">Words</p>', /320 px: the page scrolls sideways/],
  [
    'what is folded away',
    '<details><summary>More</summary><p style="color: #bbb">Words</p></details>',
    /320 px: color-contrast/,
  ],
])('%s are found', async (_what, body, finding) => {
  expect((await findingsOf(body)).join('\n')).toMatch(finding)
})

test('the window and the folds are left as they were', async () => {
  await findingsOf('<details><summary>More</summary><p>Words</p></details>')
  expect(await page.locator('details[open]').count()).toBe(0)
  expect(page.viewportSize()).toEqual({ width: 1280, height: 720 })
})

test('words have a shape: the browser has a font', async () => {
  await page.setContent(whole('<span>Words that take room</span>'))
  expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(80)
})
