import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import { addDays, type Day, momentAt, type Span } from '../values/london.ts'

export type Offer = {
  id: string
  stay: string
  home: string
  withStay: string
  withHome: string
  offeredBy: string | null
  answer: 'yes' | 'no' | 'withdrawn' | 'overtaken' | null
}

/** The offer, with the actor's own eyes. Throws `NotFound`. With `lock` nobody else answers it meanwhile. */
export async function findOffer(
  context: Context,
  id: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Offer> {
  const { rows } = await sql<Offer>`
    select id, stay_id as stay, home_household_id as home, with_stay_id as "withStay", with_household_id as "withHome",
      offered_by as "offeredBy", answer
    from swap_offer where id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`.execute(context.db)
  const [found] = rows
  if (!found) throw new NotFound()
  return found
}

/** A stay that can change its nights: planned, not begun, and neither going on from another nor leading to one. */
const swappable = (context: Context, alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('kind')} = 'planned' and ${column('status')} in ('requested', 'accepted')
    and lower(${column('during')}) > ${context.now}::timestamptz and ${column('follows_id')} is null
    and not exists (select from stay f where f.follows_id = ${column('id')} and f.status not in ('declined', 'cancelled', 'no_show')))`
}

/** Whether these stays can all still change their nights. Widened: one of them is another home's. */
export async function canSwap(context: Context, stays: readonly string[]): Promise<boolean> {
  const { rows } = await widened(context, () =>
    sql<{ id: string }>`
      select y.id from stay y where y.id = any (${stays}::uuid[]) and ${swappable(context, 'y')} for update of y`.execute(
      context.db,
    ),
  )
  return rows.length === stays.length
}

/**
 * The stays of other homes of the constellation that hold a bed at this host on this night and could change it.
 * Widened: nothing of them but ids for the offers' own rows leaves the action.
 */
export async function heldOn(
  context: Context,
  night: Day,
  { home, host }: { home: string; host: string },
): Promise<{ stay: string; home: string }[]> {
  const morning = addDays(night, 1)
  const { rows } = await widened(context, () =>
    sql<{ stay: string; home: string }>`
      select y.id as stay, y.home_household_id as home from stay y
      join membership m on m.household_id = y.home_household_id and m.superseded_at is null and m.during @> ${context.today}::date
      join membership mine on mine.constellation_id = m.constellation_id and mine.household_id = ${home}
        and mine.superseded_at is null and mine.during @> ${context.today}::date
      where y.host_household_id = ${host} and y.home_household_id <> ${home} and ${swappable(context, 'y')}
        and y.during && tstzrange(${momentAt(morning, '00:00')}, ${momentAt(morning, '05:00')})
      order by lower(y.during), y.id`.execute(context.db),
  )
  return rows
}

/** Which of these stays the stay is offered for already. */
export async function offeredFor(context: Context, stay: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select with_stay_id as id from swap_offer where stay_id = ${stay} and answer is null`.execute(context.db)
  return rows.map(({ id }) => id)
}

type NewOffer = { stay: string; home: string; withStay: string; withHome: string }

/** Saves an offer of one home's nights for another's. Gives its id. */
export async function saveOffer(context: Context, offer: NewOffer): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('swap_offer')
    .values({
      id,
      service_id: context.actor.service.id,
      stay_id: offer.stay,
      home_household_id: offer.home,
      with_stay_id: offer.withStay,
      with_household_id: offer.withHome,
      offered_by: context.actor.person,
      offered_at: context.now,
    })
    .execute()
  return id
}

/** Answers one offer. */
export async function answerOffer(
  context: Context,
  offer: string,
  answer: 'yes' | 'no' | 'withdrawn',
): Promise<void> {
  await context.db
    .updateTable('swap_offer')
    .set({ answer, answered_by: context.actor.person, answered_at: context.now })
    .where('id', '=', offer)
    .execute()
}

/** Every other open offer of these stays has come to nothing, whichever side they stand on and whoever made it. */
export async function overtake(context: Context, stays: readonly string[]): Promise<void> {
  await widened(context, () =>
    sql`update swap_offer set answer = 'overtaken', answered_at = ${context.now}
      where answer is null and (stay_id = any (${stays}::uuid[]) or with_stay_id = any (${stays}::uuid[]))`.execute(
      context.db,
    ),
  )
}

/** What a stay takes along when its nights change, and who said yes to it at the host's. */
export async function taken(
  context: Context,
  stay: string,
): Promise<{ note: string | null; answeredBy: string | null; agreedBy: string | null }> {
  const { rows } = await sql<{ note: string | null; answeredBy: string | null; agreedBy: string | null }>`
    select note, answered_by as "answeredBy", agreed_by as "agreedBy" from stay where id = ${stay}`.execute(
    context.db,
  )
  const [found] = rows
  if (!found) throw new NotFound()
  return found
}

export type OfferShown = {
  id: string
  /** `made` by a home of the actor's, or `asked` of one; both for who looks after both. */
  side: 'made' | 'asked'
  /** The actor's own stay in it, and where it is now that the nights were swapped. */
  stay: string
  became: string | null
  host: string
  hostName: string | null
  household: string
  /** The nights the own stay has, and those it would have. */
  own: Span
  other: Span
  state: 'open' | 'yes' | 'no' | 'withdrawn' | 'overtaken'
  offeredAt: Date
}

type Row = Omit<OfferShown, 'own' | 'other'> & { ownFrom: Date; ownTo: Date; otherFrom: Date; otherTo: Date }

/**
 * Offers, each from the side of a home the actor may read: its own stay, and of the other stay the nights alone. One
 * whose stays have changed meanwhile is overtaken, whether or not anybody has said so.
 */
export async function offersFor(
  context: Context,
  sides: readonly string[],
  offer: string | null = null,
): Promise<OfferShown[]> {
  const { rows } = await widened(context, () =>
    sql<Row>`
      select o.id, side.side, own.id as stay, own.host_household_id as host, d.name as "hostName", side.household,
        lower(own.during) as "ownFrom", upper(own.during) as "ownTo", lower(other.during) as "otherFrom", upper(other.during) as "otherTo",
        coalesce(o.answer, case when ${swappable(context, 'own')} and ${swappable(context, 'other')} then 'open' else 'overtaken' end) as state,
        o.offered_at as "offeredAt",
        case when o.answer = 'yes' then (select y.id from stay y where y.home_household_id = side.household
          and y.host_household_id = own.host_household_id and y.requested_at = o.answered_at and y.during = other.during) end as became
      from swap_offer o
      cross join lateral (values ('made', o.home_household_id, o.stay_id, o.with_stay_id),
        ('asked', o.with_household_id, o.with_stay_id, o.stay_id)) side (side, household, stay, other)
      join stay own on own.id = side.stay
      join stay other on other.id = side.other
      left join household_detail d on d.household_id = own.host_household_id and d.superseded_at is null and d.during @> ${context.today}::date
      where side.household = any (${sides}::uuid[]) and (${offer}::uuid is null or o.id = ${offer})
      order by o.answer is not null, o.offered_at desc, o.id, side.side limit 50`.execute(context.db),
  )
  return rows.map(({ ownFrom, ownTo, otherFrom, otherTo, ...rest }) => ({
    ...rest,
    own: { from: ownFrom, to: ownTo },
    other: { from: otherFrom, to: otherTo },
  }))
}

/** The children of these stays and their host. Widened: one of the stays is another home's. */
export async function peopleOf(
  context: Context,
  stays: readonly string[],
): Promise<{ children: string[]; host: string }> {
  const { rows } = await widened(context, () =>
    sql<{ child: string; host: string }>`
      select c.child_id as child, y.host_household_id as host from stay y join stay_child c on c.stay_id = y.id
      where y.id = any (${stays}::uuid[])`.execute(context.db),
  )
  const [first] = rows
  if (!first) throw new NotFound()
  return { children: rows.map(({ child }) => child), host: first.host }
}
