import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB } from '../platform/tables.ts'
import { dayOf } from '../values/london.ts'
import { arrivalChecks } from './arrivals.ts'
import { auditChecks, chainChecks } from './audit.ts'
import type { Breach, Found, Records } from './check.ts'
import { constellationChecks } from './constellations.ts'
import { decisionChecks } from './decisions.ts'
import { fullHomes } from './full-homes.ts'
import { placeChecks } from './places.ts'
import { retentionChecks } from './retention.ts'
import { stayChecks } from './stays.ts'
import { wallChecks } from './walls.ts'

export type Report = {
  /** The invariants whose check ran, by their number in domain.md section 5. */
  checked: number[]
  breaches: Breach[]
  /** Departures that were recorded with their task or warning, as they should be. */
  kept: Breach[]
  seconds: number
}

/**
 * Checks every invariant that the records can show, over every service, on one snapshot of the database; nothing is
 * changed. `owner` is the tables' owner: row-level security would hide what is to be checked. `chain` also computes
 * the audit's hashes again.
 */
export async function verify(owner: pg.Pool, now: Date, { chain = false } = {}): Promise<Report> {
  const started = performance.now()
  const pool = { connect: () => owner.connect(), end: async () => {} }
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const snapshot = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    const report = await checkRecords({ db: snapshot, now, today: dayOf(now) }, chain)
    return { ...report, seconds: Math.round((performance.now() - started) / 10) / 100 }
  } finally {
    await snapshot.rollback().execute()
  }
}

/** The same in a transaction that is open, and must be rolled back: the checks leave views of their own in it. */
export async function checkRecords(records: Records, chain: boolean): Promise<Omit<Report, 'seconds'>> {
  const checks = [
    ...constellationChecks,
    ...placeChecks,
    ...arrivalChecks,
    ...decisionChecks,
    ...auditChecks,
    ...(chain ? chainChecks : []),
    ...wallChecks,
    ...retentionChecks,
    // These look through the views, so they come last, in this order.
    stayChecks,
    fullHomes,
  ]
  const found: Found[] = []
  for (const check of checks) found.push(...(await check.find(records)))
  const told = (wanted: boolean) =>
    found
      .filter(({ kept = false }) => kept === wanted)
      .map(({ rule, what, rows }) => ({ rule, what, rows }))
      .toSorted((a, b) => a.rule - b.rule)
  return {
    checked: [...new Set(checks.flatMap(({ rules }) => rules))].toSorted((a, b) => a - b),
    breaches: told(false),
    kept: told(true),
  }
}
