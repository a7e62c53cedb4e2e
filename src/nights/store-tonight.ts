import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { type Asked as Answer, ask } from '../platform/database-statements.ts'
import type { Day } from '../values/london.ts'
import type { Child } from './rules/board.ts'
import { nightAt, type StayThen, smallHours } from './rules/tonight.ts'

/** A night, and the moment whose knowledge it is looked at with; null for what is known now. */
export type Asked = { night: Day; known: Date | null; now: Date }

/** How long back a stay that nobody ended is looked for, beyond any that the rules allow (invariant 15: 21 nights). */
const LOOK_BACK = sql`interval '60 days'`

/** The condition that a fact held that night, as it was known. */
export const held = (alias: string, { night, known }: Asked): RawBuilder<boolean> => {
  const [during, recorded, superseded] = ['during', 'recorded_at', 'superseded_at'].map((column) =>
    sql.ref(`${alias}.${column}`),
  )
  return known === null
    ? sql<boolean>`(${superseded} is null and ${during} @> ${night}::date)`
    : sql<boolean>`(${recorded} <= ${known} and (${superseded} is null or ${superseded} > ${known}) and ${during} @> ${night}::date)`
}

/** Every stay as it stood: `stay` itself now, `stay_was` at a moment that has passed. */
const source = ({ known }: Asked) =>
  known === null
    ? sql`(select id, service_id, kind, status, home_household_id as home, host_household_id as host, during, ends, follows_id,
        arrived_at, coalesce(returned_at, ended_at) as over_at from stay)`
    : sql`(select stay_id as id, service_id, kind, status, home_household_id as home, host_household_id as host, during,
        upper(during) as ends, follows_id, arrived_at, over_at from stay_was
        where known_from <= ${known} and (known_until is null or known_until > ${known}))`

/**
 * Stays with a night that may say where a child sleeps: of that night, overdue, or over later than planned.
 * offset 0: found by their time. The planner would rather read the whole index of stays by their state besides.
 */
function stays(context: Context, asked: Asked) {
  const { from, to } = smallHours(asked.night)
  return sql`
    select y.* from (select * from ${source(asked)} z
      where z.service_id = ${context.actor.service.id} and z.ends > ${from}::timestamptz - ${LOOK_BACK}
        and z.during && tstzrange(${from}::timestamptz - ${LOOK_BACK}, ${to}::timestamptz) offset 0) y
    where y.kind <> 'day_care' and y.status not in ('declined', 'cancelled', 'no_show')
      and (y.during && tstzrange(${from}, ${to}) or y.status = 'arrived' or y.over_at > ${from})`
}

/**
 * The condition that a stay takes its bed that night: whoever holds it in the small hours, a request included, and
 * whoever should be home and is not. A bed that was ended is as it is known now.
 */
function takesBed(alias: string, asked: Asked): RawBuilder<boolean> {
  const { from, to } = smallHours(asked.night)
  const moment = asked.known ?? asked.now
  const [status, during, arrived, over] = ['status', 'during', 'arrived_at', 'over_at'].map((column) =>
    sql.ref(`${alias}.${column}`),
  )
  const overdue =
    asked.night <= nightAt(moment)
      ? sql`(${status} = 'arrived' and upper(${during}) <= ${moment} and coalesce(${arrived}, lower(${during})) < ${to})`
      : sql`false`
  return sql<boolean>`((${status} in ('requested', 'accepted', 'arrived') and ${during} && tstzrange(${from}, ${to}))
    or ${overdue} or coalesce(coalesce(${arrived}, lower(${during})) < ${to} and ${over} > ${from}, false))`
}

type Staying = StayThen & { child: string; bedId: string | null; takesBed: boolean }
type Known = {
  living: Record<string, string> | null
  named: [string, string, string][] | null
  /** Moments are in milliseconds. */
  staying:
    | (Omit<Staying, 'from' | 'to' | 'arrivedAt' | 'overAt'> & {
        from: number
        to: number
        arrivedAt: number | null
        overAt: number | null
      })[]
    | null
}

const millis = (moment: RawBuilder<unknown>) => sql`(extract(epoch from ${moment}) * 1000)`

/**
 * Every child the actor may see that lives or stays somewhere that night (`livesAt` is null where they live in no home
 * of the service), with each stay that matters, by name; and the beds that these stays take. Plain questions in one
 * journey, put together here (in the order of `names`; who is only counted needs none): as one, the planner takes each part for a single row and asks it again for every child.
 */
export function askChildren(
  context: Context,
  asked: Asked,
  names: 'of all' | 'of those away' = 'of all',
): Promise<Answer<{ children: Child[]; taken: string[] }>> {
  const away = sql`d.child_id in (select c.child_id from s join stay_child c on c.stay_id = s.id)`
  const question = sql<Known>`
    with s as materialized (${stays(context, asked)})
    select (select json_object_agg(p.child_id, p.household_id) from placement p where ${held('p', asked)}) as living,
      (select json_agg(json_build_array(d.child_id, d.first_name, d.last_name) order by d.first_name, d.last_name, d.child_id)
        from child_detail d where ${held('d', asked)} and ${names === 'of all' ? sql`true` : away}) as named,
      (select json_agg(json_build_object('child', c.child_id, 'stay', y.id, 'kind', y.kind, 'status', y.status, 'home', y.home,
          'host', y.host, 'from', ${millis(sql`lower(y.during)`)}, 'to', ${millis(sql`upper(y.during)`)}, 'follows', y.follows_id,
          'formerStatus', f.status, 'formerHost', f.host, 'arrivedAt', ${millis(sql`y.arrived_at`)},
          'overAt', ${millis(sql`y.over_at`)}, 'bed', b.name, 'room', b.room, 'bedId', c.bed_id,
          'takesBed', ${takesBed('y', asked)}))
        from s y join stay_child c on c.stay_id = y.id left join bed b on b.id = c.bed_id
        left join lateral (select o.status, o.host from ${source(asked)} o where o.id = y.follows_id) f on true) as staying`
  return ask(context.db, question, ([known]) => whereEach(known))
}

function whereEach(known: Known | undefined): { children: Child[]; taken: string[] } {
  const staying = (known?.staying ?? []).map(
    ({ from, to, arrivedAt, overAt, ...row }): Staying => ({
      ...row,
      from: new Date(from),
      to: new Date(to),
      arrivedAt: arrivedAt === null ? null : new Date(arrivedAt),
      overAt: overAt === null ? null : new Date(overAt),
    }),
  )
  const homeOf = new Map(Object.entries(known?.living ?? {}))
  const staysOf = new Map<string, Staying[]>()
  for (const stay of staying) staysOf.set(stay.child, [...(staysOf.get(stay.child) ?? []), stay])
  const nameOf = new Map((known?.named ?? []).map(([child, ...names]) => [child, names] as const))
  const there = new Set([...homeOf.keys(), ...staysOf.keys()])
  const children = [...new Set([...nameOf.keys(), ...there])]
    .filter((child) => there.has(child))
    .map((child) => ({
      child,
      name: nameOf.get(child)?.[0] ?? null,
      lastName: nameOf.get(child)?.[1] ?? null,
      livesAt: homeOf.get(child) ?? null,
      stays: staysOf.get(child) ?? [],
    }))
  const taken = staying.flatMap(({ bedId, takesBed }) => (takesBed && bedId !== null ? [bedId] : []))
  return { children, taken }
}

/** The beds that are taken that night, by whomever: to be read widened, for it names nobody. */
export function askTakenBeds(context: Context, asked: Asked): Promise<Answer<string[]>> {
  const question = sql<{ bed: string }>`
    with s as materialized (${stays(context, asked)})
    select distinct c.bed_id as bed from s join stay_child c on c.stay_id = s.id
    where c.bed_id is not null and ${takesBed('s', asked)}`
  return ask(context.db, question, (rows) => rows.map(({ bed }) => bed))
}
