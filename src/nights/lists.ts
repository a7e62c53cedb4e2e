import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { listing } from '../platform/listing.ts'
import { Refusal } from '../platform/refusals.ts'
import { addDays, momentAt } from '../values/london.ts'
import { nightAsked } from './input.ts'
import { boardOf, type Child } from './rules/board.ts'
import { nightAt } from './rules/tonight.ts'
import { type ChildRow, childrenOn, homesOn } from './store-tonight.ts'

export const tonight = listing({
  name: 'tonight',
  says: 'Where every child you may see sleeps on a night, and the beds left; on request as it was known at a moment.',
  query: nightAsked,
  allow: may.readSleepovers,
  // That a child is at home is no more than the list of children says: those who are not are what was seen.
  sensitive: ({ night, known, knownTime }, shown: Shown) => ({
    night: night ?? shown.night,
    ...(known ? { known, knownTime } : {}),
    children: shown.children.filter(({ state }) => state !== 'home').map(({ child }) => child),
  }),
  run: show,
})

type Shown = Awaited<ReturnType<typeof show>>

type Asked = { night: string | null; known: string | null; knownTime: string | null }

async function show(context: Context, query: Asked) {
  const { actor, now } = context
  const known = knownAt(query, now)
  const moment = known ?? now
  const night = query.night ?? nightAt(now)
  const asked = { night, known, now }
  const children = withStays(await childrenOn(context, asked))
  const homes = await homesOn(context, asked)
  const board = boardOf(night, moment, children, homes, {
    seesAll: actor.seesAll,
    homes: [...actor.ownHomes, ...actor.supervisedHomes, ...actor.liaisonHomes],
    constellations: [...actor.memberships.map(({ constellation }) => constellation), ...actor.liaisonOf],
  })
  return { night, tonight: nightAt(now), known, ...board }
}

/** The moment whose knowledge is asked for: a time of a day, or all of that day; null for now. */
function knownAt({ known, knownTime }: Asked, now: Date): Date | null {
  if (known === null) {
    if (knownTime === null) return null
    throw new Refusal('Enter the day that time is of, or leave the time empty', { field: 'known' })
  }
  const moment = momentAt(known, knownTime ?? '00:00')
  if (moment > now) throw new Refusal('Nobody knows yet what will be known then', { field: 'known' })
  const whole = momentAt(addDays(known, 1), '00:00')
  return knownTime !== null ? moment : whole < now ? whole : now
}

/** The rows of each child together. */
function withStays(rows: readonly ChildRow[]): Child[] {
  const found = new Map<string, Child>()
  for (const { child, name, lastName, livesAt, ...row } of rows) {
    const one = found.get(child) ?? { child, name, lastName, livesAt, stays: [] }
    if (row.stay !== null) one.stays.push(row)
    found.set(child, one)
  }
  return [...found.values()]
}
