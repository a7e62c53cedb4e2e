import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'

// biome-ignore lint/suspicious/noExplicitAny: a list holds actions of every shape
export type AnyAction = Action<any, any, any>

/** A thing a person can do. Reached through `perform` alone: page, JSON API and command line are made from this. */
export type Action<Input extends z.ZodObject, Subject, Result extends Record<string, unknown>> = {
  /** Verb and noun, `ask-for-sleepover`: the API's path and the command line's verb. */
  name: string
  /** One sentence for people: what it does. */
  says: string
  input: Input
  /** Finds what the action is about, with the actor's own eyes; throws `NotFound` where they cannot see it. */
  subject: (context: Context, input: z.output<Input>) => Promise<Subject>
  /** From `access/policy.ts`. Asked inside the transaction, before `run`. */
  allow: (actor: Actor, subject: Subject) => boolean
  /** What to say when the database's last line stops it: constraint name to sentence. */
  conflicts?: Record<string, string>
  /** Changes the records; throws `Refusal` for an expected no. The ids in the result go into the audit row. */
  run: (context: Context, input: z.output<Input>, subject: Subject) => Promise<Result>
}

/** Declares an action; the types of its parts follow from its input. */
export const action = <Input extends z.ZodObject, Subject, Result extends Record<string, unknown>>(
  parts: Action<Input, Subject, Result>,
): Action<Input, Subject, Result> => parts
