import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const WIDTHS = [320, 1280]
const TAGS = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8')

/** Pages that were found good in this process: the same markup needs no second look. */
const good = new Set<string>()

/**
 * What is wrong with the page for anybody, a line each: what axe finds (WCAG 2.2 AA) at 320 and 1280 px with
 * everything unfolded, and a page wider than its window. Leaves the window and the page as they were. `script`
 * says whether the page runs script.
 */
export async function checkPage(page: Page, script: boolean): Promise<string[]> {
  const markup = await page.content()
  if (good.has(markup)) return []
  const takeAway = script ? undefined : await giveScript(page)
  await page.evaluate(axe.source)
  await page.evaluate(inPage)
  const size = page.viewportSize()
  const folded = await page.evaluate('harness.unfold()')
  const findings: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: size?.height ?? 844 })
    const found = [
      ...(await page.evaluate<string[]>('harness.tooWide()')),
      ...(await page.evaluate<string[]>(`harness.axeFindings(${TAGS})`)),
    ]
    findings.push(...found.map((finding) => `${width} px: ${finding}`))
  }
  await page.evaluate(`harness.fold(${JSON.stringify(folded)})`)
  if (size) await page.setViewportSize(size)
  await takeAway?.()
  if (findings.length === 0) good.add(markup)
  return findings
}

/** axe needs timers, which a page without script does not have: it gets them until the answer is called. */
async function giveScript(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const disable = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value })
  // A session of our own believes script to be on already and sends nothing until it has switched it off.
  await disable(true)
  await disable(false)
  return async () => {
    await disable(true)
    await session.detach()
  }
}
