import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { type Asked as Answer, ask } from '../platform/database-statements.ts'
import { weekday } from '../values/london.ts'
import type { Home } from './rules/board.ts'
import { type Asked, askTakenBeds, held } from './store-tonight.ts'

type Part = NonNullable<Home['part']>
type Member = [household: string, constellation: string, part: Part]
type Known = {
  homes: string[] | null
  /** By name. */
  named: [household: string, name: string][] | null
  rings: [constellation: string, name: string][] | null
  members: Member[] | null
  /** The beds of each home. */
  beds: Record<string, string[]> | null
  closed: string[] | null
  notOpen: string[] | null
}

const PARTS: Part[] = ['hub', 'satellite', 'guest']

/**
 * The homes the actor knows and how many of their beds are taken that night, by constellation, hub first, then by name;
 * asked at once with what else is asked. The answer is given the beds that the stays the actor sees take: all there are
 * for those who see the whole service. For others they are asked over every stay, so widened, and nobody is named. Like
 * the children, plain questions put together here.
 */
export async function askHomes(
  context: Context,
  asked: Asked,
): Promise<(taken: readonly string[]) => Promise<Home[]>> {
  const { seesAll } = context.actor
  const moment = asked.known ?? asked.now
  const near = (alias: string) =>
    seesAll ? sql`true` : sql`${sql.ref(alias)} = any ((select actor_near())::uuid[])`
  const mine = seesAll ? sql`true` : sql`m.constellation_id = any ((select actor_constellations())::uuid[])`
  const asking = await widened(context, async () => {
    const everyBed: Answer<string[]> | null = seesAll ? null : await askTakenBeds(context, asked)
    const question = sql<Known>`
      select (select json_agg(h.id) from household h where ${near('h.id')}) as homes,
        (select json_agg(json_build_array(d.household_id, d.name) order by d.name, d.household_id)
          from household_detail d where ${held('d', asked)} and ${near('d.household_id')}) as named,
        (select json_agg(json_build_array(m.household_id, m.constellation_id, m.part)) from membership m
          where ${held('m', asked)} and ${mine} and ${near('m.household_id')}) as members,
        (select json_agg(json_build_array(c.id, c.name) order by c.name, c.id) from constellation c) as rings,
        (select json_object_agg(k.home, k.beds)
          from (select b.household_id as home, json_agg(b.id) as beds
            from bed b where b.during @> ${asked.night}::date and ${near('b.household_id')}
              and (${asked.known}::timestamptz is null or b.recorded_at <= ${moment}) group by 1) k) as beds,
        (select json_agg(x.household_id) from closure x where ${held('x', asked)} and ${near('x.household_id')}) as closed,
        (select json_agg(w.household_id) from weekly_pattern w where ${held('w', asked)} and ${near('w.household_id')}
          and not ${weekday(asked.night)} = any (w.open_nights)) as "notOpen"`
    return { everyBed, known: await ask(context.db, question, ([known]) => known) }
  })
  return async (taken) => {
    const every = await asking.everyBed?.answer()
    const known = await asking.known.answer()
    return known ? together(known, new Set(every ?? taken)) : []
  }
}

function together(known: Known, takenBeds: ReadonlySet<string>): Home[] {
  const names = known.named ?? []
  const rings = known.rings ?? []
  const nameOf = new Map(names)
  const memberOf = new Map((known.members ?? []).map((member) => [member[0], member]))
  const ringOf = new Map(rings)
  const closed = new Set(known.closed)
  const notOpen = new Set(known.notOpen)
  const homes = (known.homes ?? []).map((household): Home => {
    const [, constellation = null, part = null] = memberOf.get(household) ?? []
    const kept = known.beds?.[household] ?? []
    const [beds, taken] = [kept.length, kept.filter((bed) => takenBeds.has(bed)).length]
    const constellationName = constellation === null ? null : (ringOf.get(constellation) ?? null)
    const name = nameOf.get(household) ?? null
    const shut = { closed: closed.has(household), open: !notOpen.has(household) }
    return { household, name, constellation, constellationName, part, beds, taken, ...shut }
  })
  const byName = placesOf(names.map(([household]) => household))
  const byConstellation = placesOf(rings.map(([constellation]) => constellation))
  return homes.toSorted(
    (a, b) =>
      byConstellation(a.constellation) - byConstellation(b.constellation) ||
      partPlace(a.part) - partPlace(b.part) ||
      byName(a.household) - byName(b.household),
  )
}

const partPlace = (part: Home['part']) => (part === null ? PARTS.length : PARTS.indexOf(part))

/** Where each stands in an order; what is not in it comes last. */
function placesOf(inOrder: readonly string[]): (id: string | null) => number {
  const places = new Map([...new Set(inOrder)].map((id, place) => [id, place]))
  return (id) => (id === null ? undefined : places.get(id)) ?? inOrder.length
}
