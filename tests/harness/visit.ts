import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { RunningApp } from './app.ts'
import { checkPage } from './check-page.ts'

/**
 * One person's browser. Every page it comes to is checked for everybody before the story goes on: nothing that
 * axe finds (WCAG 2.2 AA) at 320 and 1280 px, no sideways scroll, no complaint in the console. Things are
 * found as a person finds them, by the words on them.
 */
export class Visitor {
  readonly page: Page
  readonly #app: RunningApp
  readonly #context: BrowserContext
  readonly #script: boolean
  readonly #complaints: string[] = []
  /** How many taps and typed fields the story has taken so far; unfolding is a tap. */
  taps = 0

  constructor(app: RunningApp, context: BrowserContext, page: Page, script: boolean) {
    this.#app = app
    this.#context = context
    this.page = page
    this.#script = script
    page.on('console', (message) => {
      // A page that is meant to be a 404 also says so in the console.
      const expected = /Failed to load resource/.test(message.text()) && message.location().url === page.url()
      if (message.type() === 'error' && !expected) this.#complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.#complaints.push(String(error)))
  }

  /** Goes to an address of the app; gives the answer's status. */
  async go(path: string): Promise<number> {
    const answer = await this.page.goto(this.#app.url + path)
    await this.check()
    return answer?.status() ?? 0
  }

  /** Presses the button with these words and waits for the page it leads to. */
  async press(words: string | RegExp): Promise<void> {
    await this.#lead(this.page.getByRole('button', { name: words, exact: true, includeHidden: true }))
  }

  /** Follows the link with these words. */
  async follow(words: string | RegExp): Promise<void> {
    await this.#lead(this.page.getByRole('link', { name: words, exact: true, includeHidden: true }))
  }

  /** Types into the field with this label. */
  async type(label: string | RegExp, words: string): Promise<void> {
    this.taps++
    await this.page.getByLabel(label, { exact: true }).fill(words)
  }

  /** Types a day, `2026-11-27`, into the three boxes under this legend. */
  async typeDay(legend: string | RegExp, day: string): Promise<void> {
    const group = this.page.getByRole('group', { name: legend })
    const [year = '', month = '', date = ''] = day.split('-')
    this.taps += 3
    await group.getByLabel('Day').fill(date)
    await group.getByLabel('Month').fill(month)
    await group.getByLabel('Year').fill(year)
  }

  /** Ticks the box, or picks the radio button, with this label. */
  async choose(label: string | RegExp): Promise<void> {
    this.taps++
    await this.page.getByLabel(label, { exact: true }).check()
  }

  /** Picks an entry of the list with this label by its words. */
  async select(label: string | RegExp, entry: string): Promise<void> {
    this.taps++
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: entry })
  }

  /** Unfolds what stands under these words, the first of several. */
  async unfold(words: string | RegExp): Promise<void> {
    this.taps++
    await this.page.locator('details:not([open]) > summary', { hasText: words }).first().click()
  }

  /** The page's own name. */
  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText()
  }

  /** Everything in the main part of the page, as it is read. */
  text(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  /** The sentences of the error summary; none where there is no error. */
  errors(): Promise<string[]> {
    return this.page.locator('.govuk-error-summary__list > li').allInnerTexts()
  }

  /** The path of the address, with its query. */
  path(): string {
    return this.page.url().slice(this.#app.url.length)
  }

  /** Checks the page as it stands now; done by itself after every step that leads to a page. */
  async check(): Promise<void> {
    const findings = await checkPage(this.page, this.#script)
    findings.push(...this.#complaints.splice(0).map((words) => `console: ${words}`))
    if (findings.length > 0) throw new Error(`${this.path()} is not for everybody:\n${findings.join('\n')}`)
  }

  async close(): Promise<void> {
    await this.#context.close()
  }

  async #lead(to: Locator): Promise<void> {
    // What is folded away is reached by unfolding it, as the menu is on a phone.
    const fold = this.page.locator('details:not([open])').filter({ has: to })
    if ((await fold.count()) > 0) {
      this.taps++
      await fold.locator('summary').click()
    }
    this.taps++
    await Promise.all([this.page.waitForEvent('load'), to.click()])
    await this.check()
  }
}

type Options = {
  /** Pages must work without script, and are visited so unless a story is about a script. */
  script?: boolean
  /** A carer's phone by default. */
  width?: number
}

/** A browser window of somebody's own, with nobody signed in. */
export async function newVisitor(
  browser: Browser,
  app: RunningApp,
  { script = false, width = 390 }: Options = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  context.setDefaultTimeout(10_000)
  return new Visitor(app, context, await context.newPage(), script)
}
