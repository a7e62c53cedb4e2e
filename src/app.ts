import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { dutyOf, identify, mountSignIn } from './access/pages.tsx'
import { callerOfToken } from './access/tokens.ts'
import { catalogue } from './catalogue.ts'
import type { Config } from './config.ts'
import { openDoor } from './door.ts'
import { navigation } from './home/navigation.ts'
import { answerProblem, mountApi } from './platform/api.ts'
import type { Database } from './platform/database.ts'
import { sayFault } from './platform/fault.ts'
import { NotFound } from './platform/refusals.ts'
import { root } from './platform/root.ts'
import { answerTrouble } from './platform/web/answer-trouble.tsx'
import { framed } from './platform/web/frame.tsx'
import { icon } from './platform/web/logo.tsx'
import { mount } from './platform/web/site.tsx'

const MOST_UPLOAD = 60 * 1024 * 1024

/** The web app on an open database. `now` is the only clock it has. */
export function buildApp(database: Database, config: Config, now: () => Date): Hono {
  const db = database.app
  const door = openDoor(db, now)
  const theme = readFileSync(join(root, 'dist/theme.css'))
  const version = createHash('sha256').update(theme).digest('hex').slice(0, 12)
  const frame = { version, demo: config.demo, navigation }

  const app = new Hono()
  app.use(compress())
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: config.publicUrl?.startsWith('https') ? 'max-age=31536000' : false,
    }),
  )
  // A bearer token is sent by a script on purpose; no other site's form can carry one.
  const guard = csrf()
  app.use((c, next) => (c.req.path.startsWith('/api/') ? next() : guard(c, next)))
  app.use(bodyLimit({ maxSize: MOST_UPLOAD }))

  app.get('/health', async (c) => {
    await db.selectNoFrom((eb) => eb.val(1).as('one')).execute()
    return c.json({ status: 'ready' })
  })
  app.get('/assets/theme.css', (c) =>
    c.body(theme, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  )
  app.get('/assets/icon.svg', (c) =>
    c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )

  const secure = config.publicUrl?.startsWith('https') ?? false
  mountSignIn(app, { door, db, version, demo: config.demo, development: config.development, secure })
  const site = {
    door,
    identify: identify(db, now),
    frame: (
      view: Parameters<typeof framed>[0],
      actor: Parameters<typeof framed>[1],
      errors: Parameters<typeof framed>[2],
      nonce: string,
    ) => framed(view, actor, errors, nonce, frame),
  }
  for (const { routes } of catalogue) mount(app, site, routes)

  const report = (fault: unknown) => console.error(sayFault(fault))
  mountApi(app, {
    door,
    catalogue,
    identify: (c) => callerOfToken(db, c.req.header('authorization'), now()),
    report,
  })

  const trouble = { version, duty: dutyOf, report }
  app.notFound((c) => answerTrouble(new NotFound(), c, trouble))
  app.onError((thrown, c) =>
    c.req.path.startsWith('/api/') ? answerProblem(thrown, report) : answerTrouble(thrown, c, trouble),
  )
  return app
}
