import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { RulePack } from '../platform/rule-pack.ts'
import { nightsOf } from '../values/nights.ts'
import { goesOn, late } from './store-read.ts'

export type ByTheClock = {
  /** Children are there still half an hour after the end, nobody agreed to more, and nobody was alerted. */
  late: string[]
  /** The end has passed, and an agreed stay at the same home goes on from it. */
  turnOver: string[]
  /** The children have been away for more nights than a stay can have. */
  tooLong: string[]
}

/** What the passing of time has made of the stays that have begun. Ids alone. */
export async function staysByTheClock(context: Context, pack: RulePack): Promise<ByTheClock> {
  const { rows } = await sql<{
    id: string
    why: string
    since: Date
    over: boolean
    goesOn: boolean
    late: boolean
  }>`
    select y.id, y.why, first.since, upper(y.during) < ${context.now} as over, ${goesOn} as "goesOn",
      y.late_alerted_at is null and ${late(context)} as late
    from stay y
    cross join lateral (
      with recursive leg as (
        select y.follows_id, y.during
        union all select b.follows_id, b.during from stay b join leg on b.id = leg.follows_id
      ) select min(lower(during)) as since from leg) first
    where y.status = 'arrived' order by upper(y.during), y.id`.execute(context.db)
  const limit = (why: string) => (why === 'carer_holiday' ? pack.t3Nights.nights : pack.t4Nights.nights)
  const ids = (some: typeof rows) => some.map(({ id }) => id)
  return {
    late: ids(rows.filter(({ late }) => late)),
    turnOver: ids(rows.filter(({ over, goesOn }) => over && goesOn)),
    tooLong: ids(
      rows.filter(({ since, why }) => nightsOf({ from: since, to: context.now }).length > limit(why)),
    ),
  }
}

/** Marks a stay as alerted. Gives false where somebody has done so before, or the children are not there any more. */
export async function markAlerted(context: Context, stay: string): Promise<boolean> {
  const { rows } = await sql`
    update stay y set late_alerted_at = ${context.now}
    where y.id = ${stay} and y.late_alerted_at is null and ${late(context)}
    returning y.id`.execute(context.db)
  return rows.length > 0
}
