import { sql } from 'kysely'
import { type Check, question } from './check.ts'

/*
 * Invariants 6 and 13: one bed, one child; a child is in one place at a time, and a stay ends in a return. Kept by
 * the database (one_bed_one_child, one_child_one_place), so a breach means that somebody went round it. Moments
 * are half-open: a stay that begins when another ends is none.
 */

const doubleBooked = question({
  rule: 6,
  what: 'One bed is held for two children at the same time.',
  asks: () => sql`
    select array[a.bed_id, a.stay_id, b.stay_id, a.child_id, b.child_id]::text[] as rows from stay_child a
    join stay_child b on b.bed_id = a.bed_id and b.during && a.during and (b.stay_id, b.child_id) > (a.stay_id, a.child_id)
    where a.holds and b.holds order by 1`,
})

const bedElsewhere = question({
  rule: 6,
  what: 'A child’s bed for a sleepover stands in another home than the host’s.',
  asks: () => sql`
    select array[y.id, c.child_id, c.bed_id]::text[] as rows from stay_child c
    join stay y on y.id = c.stay_id join bed b on b.id = c.bed_id
    where c.holds and b.household_id <> y.host_household_id order by 1`,
})

const heldForNobody = question({
  rule: 6,
  what: 'A sleepover that is declined, cancelled or came to nothing still holds its bed.',
  asks: () => sql`
    select array[y.id, c.child_id, c.bed_id]::text[] as rows from stay_child c join stay y on y.id = c.stay_id
    where c.holds and y.status in ('declined', 'cancelled', 'no_show') order by 1`,
})

const notHeld = question({
  rule: 6,
  what: 'A sleepover that is asked for, agreed or over holds no bed for a child of it, for its time.',
  asks: () => sql`
    select array[y.id, c.child_id, c.bed_id]::text[] as rows from stay y left join stay_child c on c.stay_id = y.id
    where y.status not in ('declined', 'cancelled', 'no_show') and (c.child_id is null or not c.holds or c.sleeps <> y.sleeps
      or lower(c.during) <> lower(y.during) or (y.status in ('requested', 'accepted', 'arrived') and upper(c.during) <> upper(y.during)))
    order by 1`,
})

const twoPlaces = question({
  rule: 13,
  what: 'A child is at two sleepovers at the same time.',
  asks: () => sql`
    select array[a.child_id, a.stay_id, b.stay_id]::text[] as rows from stay_child a
    join stay_child b on b.child_id = a.child_id and b.stay_id > a.stay_id and b.during && a.during
    where a.holds and b.holds order by 1`,
})

const twoHomes = question({
  rule: 13,
  what: 'A child’s home is in two places at the same time.',
  asks: () => sql`
    select array[a.child_id, a.household_id, b.household_id]::text[] as rows from placement a
    join placement b on b.child_id = a.child_id and b.id > a.id and b.during && a.during
    where a.superseded_at is null and b.superseded_at is null order by 1`,
})

const noMoment = question({
  rule: 13,
  what: 'A sleepover is said to have begun or ended without when, or ended before it began.',
  asks: () => sql`
    select array[id]::text[] as rows from stay
    where (status in ('arrived', 'continued', 'converted', 'returned')) <> (arrived_at is not null)
      or (status = 'returned') <> (returned_at is not null) or (status in ('continued', 'converted')) <> (ended_at is not null)
      or returned_at < arrived_at or ended_at < arrived_at order by 1`,
})

/** A day's grace, for those who write things down in the evening; and whoever is late is looked for (a task). */
const neverReturned = (lookedFor: boolean) =>
  question({
    rule: 13,
    kept: lookedFor,
    what: lookedFor
      ? 'A sleepover was to end more than a day ago, and the children are looked for.'
      : 'A sleepover was to end more than a day ago, nobody recorded that the children came home, and nobody was alerted.',
    asks: ({ now }) => sql`
      select array[y.id]::text[] as rows from stay y where y.status = 'arrived' and upper(y.during) < ${now}::timestamptz - interval '1 day'
        and not exists (select from stay f where f.follows_id = y.id and f.status in ('accepted', 'arrived') and upper(f.during) > ${now}::timestamptz - interval '1 day')
        and ${lookedFor} = exists (select from task t where t.about_id = y.id and t.kind = 'late return')
      order by 1`,
  })

/**
 * A stay that goes on from another: that one ended when the children came to this one, it has their children, it did not
 * come to nothing, and they did not go home from it.
 */
const follows = question({
  rule: 13,
  what: 'A stay goes on from another that did not lead to it.',
  asks: () => sql`
    select array[f.id, y.id]::text[] as rows from stay f join stay y on y.id = f.follows_id
    where f.status in ('accepted', 'arrived', 'continued', 'converted', 'returned')
      and (y.status in ('declined', 'cancelled', 'no_show', 'returned', 'converted') or lower(f.during) < lower(y.during)
        or y.ended_at <> coalesce(f.arrived_at, lower(f.during))
        or exists (select child_id from stay_child where stay_id = f.id except select child_id from stay_child where stay_id = y.id))
    order by 1`,
})

const neverCame = question({
  rule: 13,
  kept: true,
  what: 'An agreed sleepover is over, and nobody recorded whether the children came.',
  asks: ({ now }) => sql`
    select array[id]::text[] as rows from stay where status = 'accepted' and upper(during) < ${now} order by 1`,
})

export const placeChecks: readonly Check[] = [
  doubleBooked,
  bedElsewhere,
  heldForNobody,
  notHeld,
  twoPlaces,
  twoHomes,
  noMoment,
  neverReturned(false),
  neverReturned(true),
  follows,
  neverCame,
]
