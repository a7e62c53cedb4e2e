import type { Context as Request } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isDatabaseDown } from '../database-down.ts'
import { BadInput, Forbidden, NotFound, Refusal, SignedOut } from '../refusals.ts'
import { readForm, type Typed } from './read-form.ts'
import { SendAgain, TroublePage } from './trouble.tsx'

export type TroubleOptions = {
  version: string
  /** The duty number to show when the database, which holds it, cannot be asked. */
  duty: (request: Request) => string | undefined
  /** Told of faults: what is not an expected no. Never a form's content. */
  report: (fault: unknown) => void
}

/** Whatever a page threw, as a page: signed out, not found, not allowed, database down, or our fault. */
export async function answerTrouble(thrown: unknown, request: Request, options: TroubleOptions) {
  const { version } = options
  const say = (status: 400 | 403 | 404 | 409 | 500 | 503, title: string, body: string, again?: Typed) => {
    request.status(status)
    return request.html(
      <TroublePage title={title} version={version} duty={options.duty(request)}>
        <p>{body}</p>
        {again && <SendAgain action={new URL(request.req.url).pathname} typed={again} />}
      </TroublePage>,
    )
  }
  if (thrown instanceof SignedOut) {
    const url = new URL(request.req.url)
    const next = request.req.method === 'GET' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : ''
    return request.redirect(`/sign-in${next}`, 303)
  }
  if (thrown instanceof NotFound) {
    return say(
      404,
      'Page not found',
      'It may have moved, or it may not be yours to see. Check the address, or start from your home page.',
    )
  }
  if (thrown instanceof Forbidden)
    return say(
      403,
      'You cannot do this',
      `${thrown.message}. If you think you should, ask your programme lead.`.replace('..', '.'),
    )
  if (thrown instanceof Refusal) return say(409, 'That cannot be done', thrown.message)
  if (thrown instanceof BadInput)
    return say(400, 'That cannot be read', thrown.issues.map((i) => i.message).join('. '))
  if (thrown instanceof HTTPException && thrown.status === 413) {
    return say(400, 'That is too large', 'Choose a smaller file, then send it again.')
  }
  if (thrown instanceof HTTPException)
    return say(
      403,
      'That form cannot be sent from there',
      'Open the page again and send it from Constellation itself.',
    )
  const typed = await typedIn(request)
  if (isDatabaseDown(thrown)) {
    return say(
      503,
      'We cannot reach the records',
      'Nothing has been saved or lost. Wait a moment, then try again. If it cannot wait, ring the duty number below.',
      typed,
    )
  }
  options.report(thrown)
  return say(
    500,
    'Something went wrong',
    'It is our fault, and nothing was half-saved. Try again. If it cannot wait, ring the duty number below.',
    typed,
  )
}

/** What was sent, so that it is not lost. Read here, for trouble comes before a form is read as well as after. */
async function typedIn(request: Request): Promise<Typed | undefined> {
  if (request.req.method !== 'POST') return undefined
  const form = await request.req.formData().catch(() => undefined)
  return form && readForm(form.entries())
}
