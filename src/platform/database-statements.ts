import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.ts'

/*
 * Three ways to wait less on a connection. What is asked again and again is prepared once for each connection, under a
 * name that follows from its words: it is then neither read nor planned anew. What nobody waits for the answer of
 * (`begin`, a setting, a row that is only written) is sent along with the next statement. And what does not hang on
 * each other's answers is asked at once, and waited for together. Each makes one journey of several.
 */

const MARK = '/* sent along */'
const ASKED = '/* asked with others */'

/**
 * Put before or behind a statement whose answer nobody reads (`modifyEnd(along)`): it goes out at once, and whoever asks next waits for both. What
 * goes wrong with it is thrown by the next statement, at the latest by `commit`, so nothing is kept that failed.
 */
export const along = sql.raw(MARK)

const AHEAD = '/* asked ahead */'

/** A question that is under way. What went wrong with anything sent before it is thrown by its answer. */
export type Asked<T> = { answer: () => Promise<T> }

/**
 * Sends a question without waiting, to be followed by others; `read` makes the answer of its rows. The database answers in
 * the order it was asked in, each with all that was known when its turn came.
 */
export async function ask<Row, T>(
  db: Transaction<DB>,
  question: RawBuilder<Row>,
  read: (rows: Row[]) => T,
): Promise<Asked<T>> {
  const { rows } = await sql<Promise<pg.QueryResult>>`${sql.raw(AHEAD)} ${question}`.execute(db)
  const [under] = rows
  // A connection of another kind has waited, and answers with the rows themselves.
  if (!(under instanceof Promise)) return { answer: async () => read(rows as unknown as Row[]) }
  return { answer: async () => read((await under).rows) }
}

/** The rows of a question. Several of these under one `Promise.all` are asked at once. */
export async function rowsOf<Row>(db: Transaction<DB>, question: RawBuilder<Row>): Promise<Row[]> {
  return (await ask(db, question, (rows) => rows)).answer()
}

/** So many statements have a name, the first that are asked this often. A connection's memory grows with each. */
const NAMED = 160
const OFTEN = 3
/** Past so many different ones, those that were asked once or twice are forgotten: lists of changing length make many. */
const WATCHED = 2000

const names = new Map<string, string>()
const asked = new Map<string, number>()

/** The name of what is asked often; none for what is rare. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= NAMED || !/^\s*(\/\*.*?\*\/\s*)?(select|with|insert|update)\b/i.test(text))
    return known
  const times = (asked.get(text) ?? 0) + 1
  if (asked.size >= WATCHED) asked.clear()
  asked.set(text, times)
  if (times < OFTEN) return undefined
  const name = `c_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  asked.delete(text)
  return name
}

/** A prepared statement that no longer is what it was: its tables were changed, or a pooler took it away. */
const STALE = new Set(['0A000', '26000', '42P05'])

type Query = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>
export type Quick = { query: Query; release: (destroy?: boolean) => void }

const nothing = { command: '', rowCount: 0, oid: 0, fields: [] }

/** The answer, once all before it came: the first that went wrong is what is thrown, not what it made of the rest. */
async function inOrder<T>(before: readonly Promise<unknown>[], answer: Promise<T>): Promise<T> {
  for (const one of before) await one
  return answer
}

/** The connection as Kysely takes it. It must be one that sends without waiting (`pipeline`). */
export function quick(client: pg.PoolClient): Quick {
  let sent: Promise<unknown>[] = []
  let stale = false

  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  let held = false
  /** What is said in one breath goes out in one piece, once nothing is left to say. */
  const hold = () => {
    if (held) return
    held = true
    stream.cork()
    process.nextTick(() => {
      held = false
      stream.uncork()
    })
  }

  const send = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    hold()
    const name = nameOf(text)
    const answer = client.query<never>({ ...(name ? { name } : {}), text, values: [...values] })
    return answer.catch((error) => {
      if (STALE.has(error.code)) stale = true
      throw error
    })
  }

  return {
    query: async (text, values) => {
      if (text === 'begin' || text.startsWith(MARK) || text.endsWith(MARK)) {
        const answer = send(text, values)
        // It is looked at with the next statement; until then it is no fault that nobody sees to.
        answer.catch(() => {})
        sent.push(answer)
        return { ...nothing, rows: [] }
      }
      if (text.startsWith(AHEAD)) {
        const before = [...sent]
        const answer = send(text, values)
        const heard = inOrder(before, answer)
        // Neither is a fault that nobody sees to: whoever hears the answer, or the next statement, is told.
        for (const one of [answer, heard]) one.catch(() => {})
        sent.push(answer)
        return { ...nothing, rows: [heard] }
      }
      if (text.startsWith(ASKED)) {
        const rows = send(text, values).then((answer) => answer.rows)
        rows.catch(() => {})
        sent.push(rows)
        return { command: '', rowCount: 0, rows: [rows], oid: 0, fields: [] }
      }
      const before = sent
      sent = []
      const answer = send(text, values)
      answer.catch(() => {})
      // A rollback undoes whatever went wrong before it.
      return text.startsWith('rollback') ? answer : inOrder(before, answer)
    },
    release: (destroy) => client.release(destroy || stale),
  }
}
