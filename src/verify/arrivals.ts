import { type RawBuilder, sql } from 'kysely'
import { type Check, question } from './check.ts'

/*
 * Invariant 12: the host has read the care card before the child comes. Source: Fostering Services: National Minimum
 * Standards 2011, standards 6 and 15.2. Judged as record-arrival does: by the card as it was known when the arrival
 * was written down. An arrival with a card unread is recorded all the same, with a task to look into it.
 */

const unread = (lookedInto: boolean): RawBuilder<{ rows: string[] }> => sql`
  select array[y.id, c.child_id, card.id]::text[] as rows from stay y
  cross join lateral (select min(w.weighed_at) as at from weighing w where w.stay_id = y.id and w.occasion = 'arrived') seen
  cross join lateral (select coalesce(seen.at, y.arrived_at) as at) written
  join stay_child c on c.stay_id = y.id
  join care_card card on card.child_id = c.child_id and card.recorded_at <= written.at
    and (card.superseded_at is null or card.superseded_at > written.at)
    and card.during @> (written.at at time zone 'Europe/London')::date
  where y.arrived_at is not null
    -- More nights at the same home: its host has read the card before the first of them.
    and not exists (select from stay b where b.id = y.follows_id and b.host_household_id = y.host_household_id)
    and not exists (select from card_read r where r.stay_id = y.id and r.child_id = c.child_id
      and r.care_card_id = card.id and r.read_at <= written.at)
    and ${lookedInto} = exists (select from task t where t.about_id = y.id and t.kind = 'look into arrival')
  order by 1`

export const arrivalChecks: readonly Check[] = [
  question({
    rule: 12,
    what: 'A child arrived before the host had read the care card, and nobody was given the task to look into it.',
    asks: () => unread(false),
  }),
  question({
    rule: 12,
    kept: true,
    what: 'A child arrived before the host had read the care card; there is a task to look into it.',
    asks: () => unread(true),
  }),
]
