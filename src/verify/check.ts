import type { RawBuilder, Transaction } from 'kysely'
import type { DB } from '../platform/tables.ts'
import type { Day } from '../values/london.ts'

/** Something the records show that an invariant of domain.md section 5 does not allow. */
export type Breach = {
  /** The invariant's number. */
  rule: number
  /** One sentence, without anybody's name. */
  what: string
  /** Ids of the records that show it; names of tables where the database itself is at fault. */
  rows: string[]
}

/**
 * What a check found. `kept` is a truth that departs from the rule and was recorded as it should be, with its task
 * or its warning: "if a breach has already happened, record it and alarm". It is told, and is no breach.
 */
export type Found = Breach & { kept?: boolean }

/** The records as one moment shows them, read by the tables' owner: every service, nothing hidden. */
export type Records = { db: Transaction<DB>; now: Date; today: Day }

export type Check = { rules: readonly number[]; find: (records: Records) => Promise<Found[]> }

type Question = {
  rule: number
  what: string
  kept?: boolean
  /** Gives one row for each breach, with the ids that show it. */
  asks: (records: Records) => RawBuilder<{ rows: string[] }>
}

/** A check that is one SQL statement. */
export const question = ({ rule, what, kept, asks }: Question): Check => ({
  rules: [rule],
  find: async (records) => {
    const { rows } = await asks(records).execute(records.db)
    return rows.map((row) => ({ rule, what, rows: row.rows, ...(kept ? { kept } : {}) }))
  },
})
