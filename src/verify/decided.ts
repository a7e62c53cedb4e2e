import { sql } from 'kysely'
import { asSpans, type RawSpan } from '../sleepovers/store-read.ts'
import type { Kind } from '../sleepovers/words.ts'
import type { Span } from '../values/london.ts'
import type { Records } from './check.ts'

/** A sleepover that was agreed, or that went ahead, with what is needed to judge it. */
export type Decided = {
  id: string
  kind: Kind
  home: string
  host: string
  from: Date
  to: Date
  /** When the children went home, or it ended in another way. */
  overAt: Date | null
  status: 'accepted' | 'arrived' | 'continued' | 'converted' | 'returned'
  /** The spans of the stays it goes on from, the first of them first. */
  before: Span[]
  why: string
  splitReason: string | null
  lengthReason: string | null
  children: string[]
  views: Record<string, string>
  /** Child to bed. */
  beds: Record<string, string>
  /** When the host said yes; when the arrival was written down, where nobody had. */
  decidedAt: Date
  packVersion: string | null
  yeses: { finding: string; givenAt: string; expiresOn: string }[]
  /** Somebody has, or had, the task to look into what happened: a truth that was recorded with its alarm. */
  lookedInto: boolean
}

/** The tasks that say: this was not as it should be, it was recorded, and somebody looks into it. */
export const LOOKED_INTO = ['look into arrival', 'stay without consent', 'look into stay', 'late return']

/** Every sleepover of every service that was agreed or went ahead, the earliest first. */
export async function decidedStays({ db }: Records): Promise<Decided[]> {
  const { rows } = await sql<Omit<Decided, 'before'> & { before: RawSpan[] }>`
    select y.id, y.kind, y.home_household_id as home, y.host_household_id as host, lower(y.during) as from, upper(y.during) as to,
      coalesce(y.returned_at, y.ended_at) as "overAt", y.status, y.why, y.split_reason as "splitReason", y.length_reason as "lengthReason",
      array(select child_id::text from public.stay_child where stay_id = y.id order by 1) as children,
      (select coalesce(json_object_agg(child_id, view) filter (where view is not null), '{}') from public.stay_child where stay_id = y.id) as views,
      (select coalesce(json_object_agg(child_id, bed_id) filter (where bed_id is not null), '{}') from public.stay_child
        where stay_id = y.id) as beds,
      (with recursive leg as (
          select b.id, b.follows_id, b.during from public.stay b where b.id = y.follows_id
          union all select b.id, b.follows_id, b.during from public.stay b join leg on b.id = leg.follows_id
        ) select coalesce(json_agg(json_build_object('from', lower(during), 'to', upper(during)) order by lower(during)), '[]') from leg) as before,
      coalesce(w.weighed_at, y.answered_at, y.arrived_at, y.requested_at) as "decidedAt", w.pack_version as "packVersion",
      (select coalesce(json_agg(json_build_object('finding', o.finding, 'givenAt', o.given_at, 'expiresOn', o.expires_on)), '[]') from (
          select finding, given_at, expires_on from override where stay_id = y.id
          union all select finding, recorded_at, expires_on from acceptance where stay_id = y.id) o) as yeses,
      exists (select from task t where t.about_id = y.id and t.kind = any (${LOOKED_INTO}::text[])) as "lookedInto"
    from public.stay y
    left join lateral (select weighed_at, pack_version from weighing where stay_id = y.id and occasion in ('accepted', 'arrived')
      order by occasion, weighed_at desc limit 1) w on true
    where y.status in ('accepted', 'arrived', 'continued', 'converted', 'returned') order by lower(y.during), y.id`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, before: asSpans(row.before) }))
}
