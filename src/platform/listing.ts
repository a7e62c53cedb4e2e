import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'

// biome-ignore lint/suspicious/noExplicitAny: a list holds listings of every shape
export type AnyListing = Listing<any, any>

/** A thing that can be looked up. Reached through `look` alone. */
export type Listing<Query extends z.ZodObject, Result> = {
  /** A noun, `households`: the API's path and the command line's verb. */
  name: string
  says: string
  query: Query
  /** From `access/policy.ts`. Which rows are seen is kept by row-level security besides. */
  allow: (actor: Actor) => boolean
  /** Ids of the people whose sensitive record was shown: each such look leaves an audit row. */
  sensitive?: (query: z.output<Query>, result: Result) => Record<string, unknown>
  /** Throws `NotFound` where a named thing is unknown or not the actor's to see. */
  run: (context: Context, query: z.output<Query>) => Promise<Result>
}

/** Declares a listing; the types of its parts follow from its query. */
export const listing = <Query extends z.ZodObject, Result>(
  parts: Listing<Query, Result>,
): Listing<Query, Result> => parts
