import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.ts'

/*
 * Three ways to wait less on a connection. What is asked again and again is prepared once for each connection, under a
 * name that follows from its words: it is then neither read nor planned anew. What nobody waits for the answer of
 * (`begin`, a setting, a row that is only written) is sent along with the next statement, in one journey. And what
 * is asked in one breath (`rowsOf` under `Promise.all`) travels together, and is answered in turn.
 */

const MARK = '/* sent along */'
const ASKED = '/* asked with others */'

/**
 * Put before or behind a statement whose answer nobody reads (`modifyEnd(along)`): it goes out at once, and whoever asks next waits for both. What
 * goes wrong with it is thrown by the next statement, at the latest by `commit`, so nothing is kept that failed.
 */
export const along = sql.raw(MARK)

/**
 * The rows of a statement. Several of these under one `Promise.all` are sent together, in the order in which they are
 * asked; what is asked afterwards comes after them. What goes wrong is thrown here and to whoever asks next.
 */
export async function rowsOf<R>(db: Kysely<DB>, statement: RawBuilder<R>): Promise<R[]> {
  const { rows } = await sql<R | Promise<R[]>>`${sql.raw(ASKED)} ${statement}`.execute(db)
  const [answer] = rows
  return answer instanceof Promise ? answer : (rows as R[])
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

/** The connection as Kysely takes it. It must be one that sends without waiting (`pipeline`). */
export function quick(client: pg.PoolClient): Quick {
  let sent: Promise<unknown>[] = []
  let stale = false

  const { connection } = client as unknown as { connection: { stream: Writable } }

  const send = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    // Whatever is sent before this turn ends is written out at once.
    const { stream } = connection
    stream.cork()
    process.nextTick(() => stream.uncork())
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
        return { command: '', rowCount: 0, rows: [], oid: 0, fields: [] }
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
      if (!text.startsWith('rollback')) for (const one of before) await one
      return answer
    },
    release: (destroy) => client.release(destroy || stale),
  }
}
