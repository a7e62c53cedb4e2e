import { sql } from 'kysely'
import type { Records } from './check.ts'

/** A sleepover that was agreed, or that went ahead, with what is needed to judge it. */
export type Decided = {
  id: string
  home: string
  host: string
  from: Date
  to: Date
  /** When the children went home, where they did. */
  returnedAt: Date | null
  status: 'accepted' | 'arrived' | 'returned'
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

/** Every sleepover of every service that was agreed or went ahead, the earliest first. */
export async function decidedStays({ db }: Records): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    select y.id, y.home_household_id as home, y.host_household_id as host, lower(y.during) as from, upper(y.during) as to,
      y.returned_at as "returnedAt", y.status, y.why, y.split_reason as "splitReason", y.length_reason as "lengthReason",
      array(select child_id::text from public.stay_child where stay_id = y.id order by 1) as children,
      (select coalesce(json_object_agg(child_id, view) filter (where view is not null), '{}') from public.stay_child where stay_id = y.id) as views,
      (select coalesce(json_object_agg(child_id, bed_id), '{}') from public.stay_child where stay_id = y.id) as beds,
      coalesce(w.weighed_at, y.answered_at, y.arrived_at, y.requested_at) as "decidedAt", w.pack_version as "packVersion",
      (select coalesce(json_agg(json_build_object('finding', o.finding, 'givenAt', o.given_at, 'expiresOn', o.expires_on)), '[]')
        from override o where o.stay_id = y.id) as yeses,
      exists (select from task t where t.about_id = y.id and t.kind in ('look into arrival', 'stay without consent')) as "lookedInto"
    from public.stay y
    left join lateral (select weighed_at, pack_version from weighing where stay_id = y.id and occasion in ('accepted', 'arrived')
      order by occasion, weighed_at desc limit 1) w on true
    where y.status in ('accepted', 'arrived', 'returned') order by lower(y.during), y.id`.execute(db)
  return rows
}
