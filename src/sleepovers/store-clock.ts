import { sql } from 'kysely'
import { isLookedAfter, legalStatuses } from '../children/legal-status.ts'
import type { Context } from '../platform/context.ts'
import type { RulePack } from '../platform/rule-pack.ts'
import { nightsOf } from '../values/nights.ts'
import { goesOn, known, late } from './store-read.ts'

/** The kind of the task to decide where a child lives, once a stay is longer than a stay can be. */
export const TOO_LONG_TASK = 'too long'

const NOT_LOOKED_AFTER = legalStatuses.filter((status) => !isLookedAfter(status))

export type ByTheClock = {
  /** Children are there still half an hour after the end, nobody agreed to more, and nobody was alerted. */
  late: string[]
  /** The end has passed, and an agreed stay at the same home goes on from it. */
  turnOver: string[]
  /** Looked-after children who have been away for more nights than a stay can have, which nobody was told of. */
  tooLong: string[]
}

/** What the passing of time has made of the stays that have begun. Ids alone. */
export async function staysByTheClock(context: Context, pack: RulePack): Promise<ByTheClock> {
  const { rows } = await sql<{
    id: string
    why: string
    since: Date
    told: boolean
    fostered: boolean
    over: boolean
    goesOn: boolean
    late: boolean
  }>`
    select y.id, y.why, first.since, first.told, children.fostered, upper(y.during) < ${context.now} as over, ${goesOn} as "goesOn",
      y.late_alerted_at is null and ${late(context)} as late
    from stay y
    cross join lateral (
      with recursive leg as (
        select y.id, y.follows_id, y.during
        union all select b.id, b.follows_id, b.during from stay b join leg on b.id = leg.follows_id
      ) select min(lower(during)) as since, exists (select from task t join leg on t.about_id = leg.id
          where t.kind = ${TOO_LONG_TASK}) as told from leg) first
    cross join lateral (select exists (select from stay_child c where c.stay_id = y.id and not exists (
        select from legal_status l where l.child_id = c.child_id and ${known('l')} and l.during @> ${context.today}::date
          and l.status = any (${NOT_LOOKED_AFTER}))) as fostered) children
    where y.status = 'arrived' order by upper(y.during), y.id`.execute(context.db)
  const limit = (why: string) => (why === 'carer_holiday' ? pack.t3Nights.nights : pack.t4Nights.nights)
  const ids = (some: typeof rows) => some.map(({ id }) => id)
  return {
    late: ids(rows.filter(({ late }) => late)),
    turnOver: ids(rows.filter(({ over, goesOn }) => over && goesOn)),
    tooLong: ids(
      rows.filter(
        ({ since, why, told, fostered }) =>
          fostered && !told && nightsOf({ from: since, to: context.now }).length > limit(why),
      ),
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
