import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Action } from '../action.ts'
import type { Actor } from '../actor.ts'
import type { Listing } from '../listing.ts'
import type { Typed } from './read-form.ts'

/** One request to a page by somebody who is signed in. */
export type Visit = {
  /** The path's parts, `:household` and the like. */
  params: Record<string, string>
  /** The address's query as typed. */
  query: Typed
  now: Date
  look: <Q extends z.ZodObject, R>(listing: Listing<Q, R>, query?: unknown) => Promise<R>
  /** Who is asking, as the last look found them. */
  actor: () => Promise<Actor>
}

/** What a page shows inside the layout. */
export type View = {
  /** The page's heading, unless `heading` is false because the body brings its own. */
  title: string
  heading?: false
  back?: { href: string; text?: string }
  /** Marks the entry of the navigation this page belongs to. */
  section?: string
  /** What is wrong with the address's own answers, on a page of several steps that are not sent yet. */
  errors?: FormState['errors']
  /** Comes again by itself after so many seconds, script or not; such a page offers to stand still. */
  refresh?: number
  body: Child
}

/** What a form shows again: everything that was typed, and what is wrong with it. */
export type FormState = {
  typed: Typed
  errors: { field: string; message: string }[]
  /** What a refusal brought with it: findings, alternatives. */
  detail: Record<string, unknown>
}

/** A page that only shows. Every listing it looks at asks its own permission. */
export type PageRoute = {
  path: string
  /** Who may come at all: everyone signed in is asked again by the listing; `anyone` is for sign-in alone. */
  access: 'signed-in'
  show: (visit: Visit) => Promise<View>
}

/** A page with a form that performs one action. */
export type FormRoute = {
  path: string
  access: 'signed-in'
  // biome-ignore lint/suspicious/noExplicitAny: a list of routes holds actions of every shape
  action: Action<any, any, any>
  /** The action's input from the path and what was typed. */
  input: (visit: Visit, typed: Typed) => unknown
  /** The form, empty or as it was sent. Without it the form stands on another page, and `back` says which. */
  show: (visit: Visit, state: FormState) => Promise<View>
  /** Where to go when it is done. */
  // biome-ignore lint/suspicious/noExplicitAny: the result is the action's own
  done: (result: any, visit: Visit, typed: Typed) => string
}

/** An address that gives a file, such as a photo, to whoever may look it up. */
export type FileRoute = {
  path: string
  access: 'signed-in'
  file: (visit: Visit) => Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }>
}

export type Route = PageRoute | FormRoute | FileRoute

/** Declares a page that only shows. */
export const page = (path: string, show: PageRoute['show']): PageRoute => ({
  path,
  access: 'signed-in',
  show,
})

/** Declares an address that gives a file. */
export const file = (path: string, give: FileRoute['file']): FileRoute => ({
  path,
  access: 'signed-in',
  file: give,
})

/** Declares a form; the action's own permission is asked when it is sent. */
export const form = <I extends z.ZodObject, S, R extends Record<string, unknown>>(
  path: string,
  action: Action<I, S, R>,
  parts: {
    input: (visit: Visit, typed: Typed) => unknown
    show: FormRoute['show']
    done: (result: R, visit: Visit, typed: Typed) => string
  },
): FormRoute => ({ path, access: 'signed-in', action, ...parts })
