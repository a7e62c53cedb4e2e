import type { Browser } from 'playwright-core'
import { openDoor } from '../../src/door.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { type RunningApp, startApp } from './app.ts'
import { openBrowser } from './browser.ts'
import { testDatabase } from './database.ts'
import { signInAs } from './sign-in.ts'
import { newVisitor, type Visitor } from './visit.ts'

/** What a story in the browser needs: a database, the app on it with one clock for everybody, and a browser. */
export type Stage = {
  database: Database
  /** The door the app uses too; what the story needs beforehand is done through it. */
  door: Door
  app: RunningApp
  browser: Browser
  /** Somebody's own phone (320 px), or screen of another width, signed in by the demo's button with this name. */
  visitor: (name: string, width?: number) => Promise<Visitor>
  close: () => Promise<void>
}

/** Opens a stage whose clock shows `now` until it is set; close it in `afterAll`. */
export async function openStage(now: Date): Promise<Stage> {
  const database = await testDatabase()
  const app = await startApp(database, { now, demo: true })
  const browser = await openBrowser()
  const visitors: Visitor[] = []
  return {
    database,
    door: openDoor(database.app, app.now),
    app,
    browser,
    visitor: async (name, width = 320) => {
      const one = await newVisitor(browser, app, { width })
      visitors.push(one)
      await signInAs(one, name)
      return one
    },
    close: async () => {
      for (const one of visitors) await one.close()
      await browser.close()
      await app.stop()
      await database.close()
    },
  }
}
