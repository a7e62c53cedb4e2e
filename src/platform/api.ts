import type { Hono, Context as Request } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Caller } from './actor.ts'
import { isDatabaseDown } from './database-down.ts'
import type { Door } from './door.ts'
import type { Module } from './module.ts'
import { openApi } from './openapi.ts'
import { BadInput, Forbidden, NotFound, Refusal, SignedOut } from './refusals.ts'
import { readForm } from './web/read-form.ts'

export type Api = {
  door: Door
  catalogue: readonly Module[]
  /** Who sent the request, from its bearer token; null when it has none that holds. */
  identify: (request: Request) => Promise<Caller | null>
  /** Told of faults: what is not an expected no. Never what was sent. */
  report?: (fault: unknown) => void
}

/**
 * Puts every action at `POST /api/<name>` with a JSON body and every listing at `GET /api/<name>?…`, and their
 * description at `GET /api/openapi.json`. Whatever is wrong comes back as `application/problem+json` (RFC 9457).
 */
export function mountApi(app: Hono, api: Api): void {
  const { door, catalogue } = api
  const report = api.report ?? (() => {})
  const description = openApi(catalogue)
  const methods = new Map<string, string[]>()
  const at = (
    name: string,
    method: string,
    answer: (request: Request, caller: Caller) => Promise<unknown>,
  ) => {
    const path = `/api/${name}`
    methods.set(path, [...(methods.get(path) ?? []), method])
    app.on(method, path, async (request) => {
      request.header('cache-control', 'no-store')
      try {
        const caller = await api.identify(request)
        if (!caller) throw new SignedOut()
        return request.json((await answer(request, caller)) as object)
      } catch (thrown) {
        return answerProblem(thrown, report)
      }
    })
  }
  app.get('/api/openapi.json', (request) => request.json(description))
  for (const { actions, listings } of catalogue) {
    for (const action of actions) {
      at(action.name, 'POST', async (request, caller) => door.perform(action, caller, await bodyOf(request)))
    }
    for (const listing of listings) {
      at(listing.name, 'GET', (request, caller) =>
        door.look(listing, caller, readForm(new URL(request.req.url).searchParams.entries())),
      )
    }
  }
  app.all('/api/*', (request) => {
    const allowed = methods.get(request.req.path)
    if (!allowed) return answerProblem(new NotFound(), report)
    const answer = problem(405, 'Method not allowed', `Use ${allowed.join(' or ')} here`)
    answer.headers.set('allow', allowed.join(', '))
    return answer
  })
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.req.text()
  try {
    const body: unknown = text.trim() === '' ? {} : JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch {
    // Said below, with the other ways a body can be no object.
  }
  throw new BadInput([{ field: '', message: 'Send the input as one JSON object' }])
}

/** Anything that was thrown on the way to an answer, as a problem. */
export function answerProblem(thrown: unknown, report: (fault: unknown) => void = () => {}): Response {
  if (thrown instanceof BadInput) {
    return problem(400, thrown.message, 'Mend what `errors` names and send it again', {
      errors: thrown.issues,
    })
  }
  if (thrown instanceof SignedOut) {
    const answer = problem(401, 'Not signed in', 'Send a token that holds, as Authorization: Bearer TOKEN')
    answer.headers.set('www-authenticate', 'Bearer')
    return answer
  }
  if (thrown instanceof Forbidden) return problem(403, 'Not allowed', thrown.message)
  if (thrown instanceof NotFound) return problem(404, 'Not found', 'It is unknown, or not yours to see')
  if (thrown instanceof Refusal) {
    const field = thrown.field ? { field: thrown.field } : {}
    return problem(409, 'Refused', thrown.message, { ...thrown.detail, ...field })
  }
  if (thrown instanceof HTTPException && thrown.status === 413) {
    return problem(413, 'Too large', 'Send less at a time')
  }
  if (thrown instanceof HTTPException) return problem(thrown.status, 'Not accepted', thrown.message)
  if (isDatabaseDown(thrown)) {
    return problem(503, 'We cannot reach the records', 'Nothing was saved. Wait a moment, then try again')
  }
  report(thrown)
  return problem(500, 'Something went wrong', 'It is our fault, and nothing was half-saved. Try again')
}

function problem(
  status: number,
  title: string,
  detail: string,
  more: Record<string, unknown> = {},
): Response {
  return new Response(JSON.stringify({ ...more, type: 'about:blank', title, status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
