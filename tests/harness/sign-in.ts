import { startSession } from '../../src/access/session.ts'
import { openDoor } from '../../src/door.ts'
import type { Caller } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import type { RunningApp } from './app.ts'
import type { Visitor } from './visit.ts'

/** Signs in as a person does, by the code that was sent to this address. */
export async function signInByCode(visitor: Visitor, app: RunningApp, email: string): Promise<void> {
  await visitor.go('/sign-in')
  await visitor.type('Code from the email', await askForCode(visitor, app, email))
  await visitor.press('Sign in')
}

/** Asks for a code on the sign-in page; gives it, as read from the page that stands in for a mail server. */
export async function askForCode(visitor: Visitor, app: RunningApp, email: string): Promise<string> {
  // The newest message is the one wanted, so no two may be of the same moment.
  app.setClock(new Date(app.now().getTime() + 1000))
  await visitor.type('Your email address', email)
  await visitor.press('Send me a code')
  const page = await (await fetch(`${app.url}/development/messages`)).text()
  const code = /(\d{6}) is your code/.exec(page)?.[1]
  if (!code) throw new Error('No code was sent')
  return code
}

/** Signs in by the demo's button with this name on it. */
export async function signInAs(visitor: Visitor, name: string): Promise<void> {
  await visitor.go('/sign-in')
  await visitor.press(name)
}

/** A session of the caller's, for stories that are not about signing in: the cookie's value. */
export async function sessionOf(database: Database, caller: Caller, now: Date): Promise<string> {
  const { token } = await openDoor(database.app, () => now).perform(startSession, caller, {})
  return token
}

/** Gives the browser a session that was started beforehand. */
export async function carrySession(visitor: Visitor, app: RunningApp, token: string): Promise<void> {
  await visitor.page.context().addCookies([{ name: 'session', value: token, url: app.url }])
}
