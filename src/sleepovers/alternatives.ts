import { type Context, widened } from '../platform/context.ts'
import { packAt } from '../platform/rule-pack.ts'
import { miles } from '../values/distance.ts'
import type { Day, Span } from '../values/london.ts'
import { addDays, dayOf, momentAt, timeOf } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import type { StayAsked } from './facts.ts'
import { weighStay } from './rules.ts'
import { gatherChildren, siblingsLeftAt } from './store-children.ts'
import { gatherHosts, type Host } from './store-hosts.ts'
import { homesOfConstellation } from './store-places.ts'
import { homesInReach } from './store-reach.ts'

/** Another way to meet the same need: another home on the same nights, or the same home some weeks later. */
export type Alternative = {
  host: string
  hostName: string
  from: Day
  until: Day
  /** Miles from the children's home as the crow flies; null where a home's place is not known. */
  miles: number | null
  /** Brothers and sisters or the children themselves have stayed there before. */
  knowsThem: boolean
  /** How many yeses it would need. */
  yeses: number
  /** Not of the children's constellation. */
  beyond: boolean
}

const WEEKS = 4
const MOST = 4

/**
 * What would also work for children who stay somewhere already and are to move in the middle of it: other homes for
 * the rest of the time. Their own stay is not in its own way. `far`: where no home of the constellation can, those in
 * reach of the service, also those the actor may not know of.
 */
export const homesToMoveTo = (
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
  reach: 'near' | 'far',
): Promise<Alternative[]> => offered(context, asked, children, host, reach)

/**
 * What would also work: the other homes of the constellation on the same nights, then the same host one to four
 * weeks later. Only what nothing stops, fewest yeses first, then homes that know the children, then the nearest.
 */
export const alternatives = (
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
): Promise<Alternative[]> => offered(context, asked, children, host, 'asking')

function offered(
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
  purpose: 'asking' | 'near' | 'far',
): Promise<Alternative[]> {
  return widened(context, async () => {
    const pack = packAt(context.today)
    const { homes, known } = await homesOfConstellation(context, asked.home, children)
    const others = homes.filter((home) => home !== asked.home && home !== host)
    const weeks = purpose === 'asking' ? WEEKS : 0
    const later = Array.from({ length: weeks }, (_, index) => shift(asked.span, 7 * (index + 1)))
    const last = later.at(-1)?.to ?? asked.span.to
    const window = { from: asked.span.from, to: last }
    const gathered = await gatherChildren(context, children, window, null, asked.kind)
    // A child has one stay at a time, so what holds them then is the stay they move from.
    const facts = purpose !== 'asking' ? gathered.map((child) => ({ ...child, otherStays: [] })) : gathered
    const leftAtHome = await siblingsLeftAt(context, asked.home, children, asked.span)
    const hosts = await gatherHosts(context, [host, asked.home, ...others], window)
    const from = hosts.get(asked.home)

    const weighed = (at: Host | undefined, span: Span): Alternative[] => {
      if (!at) return []
      const { fits, findings } = weighStay(
        { asked: { ...asked, span }, children: facts, host: at, leftAtHome },
        pack,
      )
      if (!fits) return []
      return [
        {
          host: at.household,
          hostName: at.name,
          from: dayOf(span.from),
          until: dayOf(span.to),
          miles: distance(from, at),
          knowsThem: known.includes(at.household),
          beyond: !homes.includes(at.household),
          yeses: findings.filter(({ level }) => level === 'yes').length,
        },
      ]
    }
    const now = others.flatMap((home) => weighed(hosts.get(home), asked.span)).sort(better)
    // Who moves children has somebody on the phone already, and must find that home among all that can.
    if (purpose === 'near' || (purpose === 'far' && now.length > 0)) return now
    if (purpose === 'far') {
      const { span, home } = asked
      const search = { home, children, span, nights: nightsOf(span), beyond: [host, ...homes] }
      for (let skip = 0, last = false; !last && now.length < MOST; ) {
        const next = await homesInReach(context, search, skip)
        const ids = next.homes.map(({ household }) => household)
        const found = await gatherHosts(context, ids, window)
        now.push(...ids.flatMap((id) => weighed(found.get(id), span)))
        skip += ids.length
        last = next.last
      }
      return now.sort(better)
    }
    const then = later.flatMap((span) => weighed(hosts.get(host), span))
    return [...now.slice(0, MOST), ...then.slice(0, 2)]
  })
}

const better = (a: Alternative, b: Alternative): number =>
  a.yeses - b.yeses ||
  Number(b.knowsThem) - Number(a.knowsThem) ||
  (a.miles ?? 999) - (b.miles ?? 999) ||
  a.host.localeCompare(b.host)

/** The same clock times some days later: a night stays a night across a clock change. */
function shift(span: Span, days: number): Span {
  const move = (moment: Date) => momentAt(addDays(dayOf(moment), days), timeOf(moment))
  return { from: move(span.from), to: move(span.to) }
}

function distance(a: Host | undefined, b: Host): number | null {
  if (!a || a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  return Math.round(miles({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) * 10) / 10
}
