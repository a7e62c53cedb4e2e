import type { Hono, Context as Request } from 'hono'
import type { Actor, Caller } from '../actor.ts'
import type { Door } from '../door.ts'
import { me } from '../me.ts'
import { BadInput, NotFound, Refusal, SignedOut } from '../refusals.ts'
import type { framed } from './frame.tsx'
import { readForm, type Typed } from './read-form.ts'
import type { FormRoute, FormState, PageRoute, Route, View, Visit } from './visit.ts'

export type Site = {
  door: Door
  /** Who sent the request, from their session; null when nobody is signed in. */
  identify: (request: Request) => Promise<Caller | null>
  /** The whole page around a view. */
  frame: (view: View, actor: Actor, errors: FormState['errors'], nonce: string) => ReturnType<typeof framed>
}

const FIND = 'find'

/**
 * Puts pages and forms at their addresses. A route that names no access refuses to boot, and a form is always
 * one action: GET shows it, POST performs it and, when it is not done, shows it again with what was typed. Words
 * to find somebody by are posted too (the button is called `find`): a name does not belong in an address.
 */
export function mount(app: Hono, site: Site, routes: readonly Route[]): void {
  for (const route of routes) {
    if (!route.access) throw new Error(`The page ${route.path} names no access`)
    app.get(route.path, async (request) => {
      const visit = await visitOf(site, request)
      if ('file' in route) {
        const { mediaType, bytes } = await route.file(visit)
        return request.body(bytes, 200, { 'content-type': mediaType, 'cache-control': 'no-store' })
      }
      return look(site, request, route, visit)
    })
    if ('file' in route) continue
    app.post(route.path, async (request) => {
      const caller = await callerOf(site, request)
      const visit = await visitOf(site, request, caller)
      const typed = await typedIn(request)
      if (FIND in typed) return look(site, request, route, { ...visit, query: { ...visit.query, ...typed } })
      if (!('action' in route)) throw new NotFound()
      try {
        const result = await site.door.perform(route.action, caller, route.input(visit, typed))
        return request.redirect(route.done(result, visit, typed), 303)
      } catch (no) {
        const state = stateOf(no, typed)
        if (!state) throw no
        const view = await route.show(visit, state)
        request.status(no instanceof Refusal ? 409 : 400)
        return show(request, site, visit, view, state.errors)
      }
    })
  }
}

/** The page as it stands before anything is sent. */
async function look(site: Site, request: Request, route: PageRoute | FormRoute, visit: Visit) {
  const state = { typed: visit.query, errors: [], detail: {} }
  return show(
    request,
    site,
    visit,
    'action' in route ? await route.show(visit, state) : await route.show(visit),
    [],
  )
}

function stateOf(no: unknown, typed: Typed): FormState | undefined {
  if (no instanceof BadInput) return { typed, errors: no.issues, detail: {} }
  if (no instanceof Refusal) {
    return { typed, errors: [{ field: no.field ?? '', message: no.message }], detail: no.detail }
  }
  return undefined
}

async function show(request: Request, site: Site, visit: Visit, view: View, errors: FormState['errors']) {
  request.header('cache-control', 'no-store')
  if (view.refresh) request.header('refresh', String(view.refresh))
  return request.html(site.frame(view, await visit.actor(), view.errors ?? errors, nonceOf(request)))
}

async function callerOf(site: Site, request: Request): Promise<Caller> {
  const caller = await site.identify(request)
  if (!caller) throw new SignedOut()
  return caller
}

async function visitOf(site: Site, request: Request, known?: Caller): Promise<Visit> {
  const caller = known ?? (await callerOf(site, request))
  const { door } = site
  let actor: Actor | undefined
  const met = (entered: Actor) => {
    actor = entered
  }
  return {
    params: checked(request.req.param()),
    query: readForm(new URL(request.req.url).searchParams.entries()),
    now: door.now(),
    look: (listing, query = {}) => door.look(listing, caller, query, met),
    actor: async () => actor ?? (await door.look(me, caller, {}, met)),
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id in the path that cannot be one is an unknown one. */
function checked(params: Record<string, string>): Record<string, string> {
  if (Object.values(params).some((value) => !ID.test(value))) throw new NotFound()
  return params
}

async function typedIn(request: Request): Promise<Typed> {
  return readForm((await request.req.formData()).entries())
}

const nonceOf = (request: Request): string => request.get('secureHeadersNonce' as never) as string
