import { sql, type Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import type { z } from 'zod'
import type { Action } from './action.ts'
import type { Actor, Caller } from './actor.ts'
import type { Context } from './context.ts'
import { along } from './database-statements.ts'
import { enter } from './enter.ts'
import type { Listing } from './listing.ts'
import { BadInput, Forbidden, NotFound, Refusal } from './refusals.ts'
import type { DB } from './tables.ts'

/** The one door: everything that is done or looked up goes through it, from wherever it was asked. */
export type Door = {
  perform: <I extends z.ZodObject, S, R extends Record<string, unknown>>(
    action: Action<I, S, R>,
    caller: Caller,
    input: unknown,
  ) => Promise<R>
  /** `met` is told who the caller turned out to be, so a page needs no second look to greet them. */
  look: <Q extends z.ZodObject, R>(
    listing: Listing<Q, R>,
    caller: Caller,
    query: unknown,
    met?: (actor: Actor) => void,
  ) => Promise<R>
  /** The moment it is, for what happens outside an action (a session's end). */
  now: () => Date
}

/** Where a door gets its transactions: a database, or one transaction in which a story is told as a whole. */
export type Transactions = {
  transaction: () => { execute: <T>(work: (tx: Transaction<DB>) => Promise<T>) => Promise<T> }
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const TRIES = 5

/**
 * Opens a door on a database. `perform` and `look` parse the input (`BadInput`), enter the transaction as the
 * caller (`SignedOut`), ask permission (`Forbidden`, `NotFound`), run, write the audit row and commit, all or
 * nothing. A `Refusal` undoes what the action wrote, then leaves its own audit row and whatever it `keep`s. `follow`
 * does what follows from the facts an action changed, in the same transaction.
 */
export function doorTo(
  db: Transactions,
  now: () => Date,
  follow: (context: Context) => Promise<void> = async () => {},
): Door {
  const inside = <T>(caller: Caller, work: (context: Context) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => work(await enter(tx, caller, now())))

  async function perform<I extends z.ZodObject, S, R extends Record<string, unknown>>(
    action: Action<I, S, R>,
    caller: Caller,
    raw: unknown,
  ): Promise<R> {
    const input = read(action.input, raw)
    const attempt = () =>
      inside(caller, async (context) => {
        const subject = await action.subject(context, input)
        if (!action.allow(context.actor, subject)) throw new Forbidden()
        const result = await action.run(context, input, subject)
        await follow(context)
        await writeAudit(context, caller, action.name, 'done', { ...idsIn(input), ...idsIn(result) })
        return result
      })
    try {
      return await retried(attempt)
    } catch (thrown) {
      const no = translated(thrown, action.conflicts)
      if (no instanceof Refusal || no instanceof Forbidden || no instanceof NotFound) {
        await inside(caller, async (context) => {
          if (no instanceof Refusal) await no.keep?.(context)
          const outcome = no instanceof Refusal ? 'refused' : 'forbidden'
          await writeAudit(context, caller, action.name, outcome, idsIn(input))
        })
      }
      throw no
    }
  }

  async function look<Q extends z.ZodObject, R>(
    listing: Listing<Q, R>,
    caller: Caller,
    raw: unknown,
    met?: (actor: Actor) => void,
  ): Promise<R> {
    const query = read(listing.query, raw)
    return inside(caller, async (context) => {
      met?.(context.actor)
      if (!listing.allow(context.actor)) throw new Forbidden()
      const result = await listing.run(context, query)
      const seen = listing.sensitive?.(query, result) ?? (isInspecting(context.actor) ? idsIn(query) : null)
      if (seen) await writeAudit(context, caller, listing.name, 'seen', seen)
      return result
    })
  }

  return { perform, look, now }
}

/** Every view of an inspector is logged, whatever it shows. */
const isInspecting = (actor: Actor) => actor.roles.includes('inspector')

function read<Shape extends z.ZodObject>(shape: Shape, raw: unknown): z.output<Shape> {
  const parsed = shape.safeParse(raw)
  if (!parsed.success) throw BadInput.from(parsed.error)
  const issues = Object.entries(parsed.data)
    .filter(([, value]) => holdsUnsavable(value))
    .map(([field]) => ({ field, message: 'Leave out the characters that cannot be shown' }))
  if (issues.length > 0) throw new BadInput(issues)
  return parsed.data
}

/** Whether a text in it holds what PostgreSQL cannot keep: a null character, or half of one. */
function holdsUnsavable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || /\p{Surrogate}/u.test(value)
  if (Array.isArray(value)) return value.some(holdsUnsavable)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false
  return Object.entries(value).flat().some(holdsUnsavable)
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (thrown) {
      const again =
        thrown instanceof DatabaseError && (thrown.code === SERIALIZATION_FAILURE || thrown.code === DEADLOCK)
      if (!again || tries === TRIES) throw thrown
    }
  }
}

/** The database's last line fired: its constraint's name becomes the sentence the action has for it. */
function translated(thrown: unknown, conflicts: Record<string, string> = {}): unknown {
  if (!(thrown instanceof DatabaseError) || !thrown.constraint) return thrown
  const says = conflicts[thrown.constraint]
  return says ? new Refusal(says) : thrown
}

function writeAudit(
  context: Context,
  caller: Caller,
  name: string,
  outcome: 'done' | 'refused' | 'forbidden' | 'seen',
  subject: Record<string, unknown>,
) {
  // Sent along with what ends the transaction, which waits for it: what is not audited is not kept.
  return sql`${along} select write_audit(${caller.via}, ${name}, ${outcome}, ${JSON.stringify(subject)}::jsonb, '{}'::jsonb)`.execute(
    context.db,
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Only ids go into the audit row: it says what was touched, the dated facts say what changed. */
function idsIn(values: Record<string, unknown>): Record<string, unknown> {
  const isIds = (value: unknown) =>
    Array.isArray(value)
      ? value.length > 0 && value.every((v) => typeof v === 'string' && UUID.test(v))
      : typeof value === 'string' && UUID.test(value)
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isIds(value)))
}
