import type { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import type { Caller } from '../platform/actor.ts'
import type { Door } from '../platform/door.ts'
import { BadInput, NotFound, Refusal } from '../platform/refusals.ts'
import type { DB } from '../platform/tables.ts'
import { readForm, words } from '../platform/web/read-form.ts'
import { demoCallers } from './demo.ts'
import { callerOfSession, endSession, SESSION_HOURS, startSession } from './session.ts'
import { callerForEmail, sendCode, useCode } from './sign-in-code.ts'
import { CodePage, MessagesPage, SignInPage } from './sign-in-page.tsx'

type Options = {
  door: Door
  db: Kysely<DB>
  version: string
  demo: boolean
  development: boolean
  secure: boolean
}

const COOKIE = 'session'
const DUTY = 'duty'

/** The duty number of whoever signed in here last, when the database cannot be asked. */
export const dutyOf = (request: Parameters<typeof getCookie>[0]): string | undefined =>
  getCookie(request, DUTY)

/** Who sent the request, from the session cookie. */
export const identify =
  (db: Kysely<DB>, now: () => Date) => async (request: Parameters<typeof getCookie>[0]) => {
    const token = getCookie(request, COOKIE)
    return token ? callerOfSession(db, token, now()) : null
  }

/** Only a path of our own: an address somebody put into the link would lead people elsewhere. */
const safeNext = (next: string): string => (/^\/(?![/\\])/.test(next) ? next : '/')

/** Sign-in and sign-out: the pages that anyone may open. */
export function mountSignIn(app: Hono, options: Options): void {
  const { door, db, version, demo, development, secure } = options

  async function begin(request: Parameters<typeof setCookie>[0], caller: Caller) {
    const { token, duty } = await door.perform(startSession, caller, {})
    const kept = { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: SESSION_HOURS * 3600 } as const
    setCookie(request, COOKIE, token, kept)
    // The browser keeps its own service's duty number, for the page that says the database cannot be reached.
    setCookie(request, DUTY, duty, kept)
  }
  const people = () => (demo ? demoCallers(db, door) : Promise.resolve([]))

  app.get('/sign-in', async (c) =>
    c.html(
      <SignInPage
        version={version}
        next={safeNext(c.req.query('next') ?? '/')}
        demo={await people()}
        development={development}
      />,
    ),
  )

  app.post('/sign-in', async (c) => {
    const typed = readForm((await c.req.formData()).entries())
    const email = words(typed.email).toLowerCase()
    const next = safeNext(words(typed.next))
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
      c.status(400)
      const error = 'Enter your email address, like name@example.org'
      return c.html(
        <SignInPage
          version={version}
          next={next}
          email={email}
          error={error}
          demo={await people()}
          development={development}
        />,
      )
    }
    const caller = await callerForEmail(db, email)
    if (caller) await door.perform(sendCode, caller, {})
    return c.html(<CodePage version={version} next={next} email={email} development={development} />)
  })

  app.post('/sign-in/code', async (c) => {
    const typed = readForm((await c.req.formData()).entries())
    const email = words(typed.email).toLowerCase()
    const next = safeNext(words(typed.next))
    try {
      const caller = await callerForEmail(db, email)
      if (!caller)
        throw new Refusal(
          'That code is not right, or it has run out. Check the newest email, or ask for a new code',
        )
      await useCode(door, caller, words(typed.code))
      await begin(c, caller)
      return c.redirect(next, 303)
    } catch (no) {
      if (!(no instanceof Refusal || no instanceof BadInput)) throw no
      c.status(400)
      const error = no instanceof BadInput ? (no.issues[0]?.message ?? no.message) : no.message
      return c.html(
        <CodePage version={version} next={next} email={email} error={error} development={development} />,
      )
    }
  })

  app.post('/sign-in/demo', async (c) => {
    if (!demo) throw new NotFound()
    const typed = readForm((await c.req.formData()).entries())
    const person = words(typed.person)
    const chosen = (await demoCallers(db, door)).find((one) => one.id === person)
    if (!chosen) throw new NotFound()
    await begin(c, { service: chosen.service, person, via: 'web' })
    return c.redirect(safeNext(words(typed.next)), 303)
  })

  app.post('/sign-out', async (c) => {
    const token = getCookie(c, COOKIE)
    if (token) await endSession(db, token)
    deleteCookie(c, COOKIE, { path: '/' })
    return c.redirect('/sign-in', 303)
  })

  if (development) {
    app.get('/development/messages', async (c) => {
      const { lastMessages } = await import('./demo.ts')
      return c.html(<MessagesPage version={version} messages={await lastMessages(db, door)} />)
    })
  }
}
