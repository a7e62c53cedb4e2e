import { z } from 'zod'
import { may } from '../access/policy.ts'
import { findConstellation } from '../constellations/store.ts'
import { type Member, membersOn } from '../constellations/store-members.ts'
import { sees } from '../households/sees.ts'
import type { Context } from '../platform/context.ts'
import { id, optionalDay } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Refusal } from '../platform/refusals.ts'
import { addDays, momentAt } from '../values/london.ts'
import { household, tonightAsked, weeksBack } from './input.ts'
import { boardOf } from './rules/board.ts'
import {
  DEFAULT_NIGHTS,
  needIn,
  nightsInRow,
  onProtected,
  type Period,
  periodOf,
  usedIn,
} from './rules/fair-use.ts'
import { isWide, summed, within } from './rules/summary.ts'
import { nightAt } from './rules/tonight.ts'
import { barsOf, kindsOf, mondayOf } from './rules/weeks.ts'
import { findHome } from './store.ts'
import { asksOf, type StayUsed, staysUsed } from './store-fair-use.ts'
import { askChildren } from './store-tonight.ts'
import { askHomes } from './store-tonight-homes.ts'
import { heldBeds, homeOfWeeks, namesIn } from './store-weeks.ts'

export const tonight = listing({
  name: 'tonight',
  says: 'Where every child you may see sleeps on a night, and the beds left; on request as it was known at a moment.',
  query: tonightAsked,
  allow: may.readSleepovers,
  // That a child is at home is no more than the list of children says: those who are not are what was seen.
  sensitive: ({ night, known, knownTime, constellation }, shown: Tonight) => ({
    night: night ?? shown.night,
    ...(known ? { known, knownTime } : {}),
    ...(constellation ? { constellation } : {}),
    children: shown.children.filter(({ state }) => state !== 'home').map(({ child }) => child),
  }),
  run: show,
})

export type Tonight = Awaited<ReturnType<typeof show>>

type Asked = z.output<typeof tonightAsked>

async function show(context: Context, query: Asked) {
  const { actor, now } = context
  const known = knownAt(query, now)
  const moment = known ?? now
  const night = query.night ?? nightAt(now)
  const asked = { night, known, now }
  const of = await ringOf(context, query.constellation)
  const lookAt = async (names: 'of all' | 'of those away') => {
    const asking = await askChildren(context, asked, names)
    const homesWith = await askHomes(context, asked)
    const { children, taken } = await asking.answer()
    const homes = await homesWith(taken)
    const reader = {
      seesAll: actor.seesAll,
      carer: actor.kind === 'carer',
      homes: [...actor.ownHomes, ...actor.supervisedHomes, ...actor.liaisonHomes],
      constellations: [...actor.memberships.map(({ constellation }) => constellation), ...actor.liaisonOf],
    }
    const part = of ? within(of.constellation, homes) : undefined
    return { homes, board: boardOf(night, moment, children, homes, reader, part) }
  }
  // Of a whole service in brief the children at home are only counted. A small one is shown whole all the same.
  const lean = query.brief && !of && actor.seesAll
  let { homes, board } = await lookAt(lean ? 'of those away' : 'of all')
  if (lean && !isWide(board)) ({ homes, board } = await lookAt('of all'))
  const about = { night, tonight: nightAt(now), known, of }
  if (!query.brief || of || !isWide(board)) return { ...about, ...board, summaries: null }
  const away = board.children.filter(({ state }) => state !== 'home')
  return { ...about, counts: board.counts, groups: [], children: away, summaries: summed(board, homes) }
}

/** The constellation that is asked for, as the actor knows it; null for everything. Throws `NotFound`. */
async function ringOf(context: Context, asked: string | null) {
  if (asked === null) return null
  if (asked === 'none') return { constellation: null, name: null }
  const { name } = await findConstellation(context, asked)
  return { constellation: asked, name }
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

export const hubWeeks = listing({
  name: 'hub-weeks',
  says: 'Twelve weeks of a home, bed by bed: stays, requests that keep a bed, nights that are not open. Names only for who may see the child.',
  query: z.object({ household, from: optionalDay('the day the twelve weeks begin') }),
  allow: may.readSleepovers,
  sensitive: ({ household }, { from }: Weeks) => ({ household, from }),
  run: showWeeks,
})

export type Weeks = Awaited<ReturnType<typeof showWeeks>>

async function showWeeks(context: Context, query: { household: string; from: string | null }) {
  const tonight = nightAt(context.now)
  const from = mondayOf(query.from ?? tonight)
  const home = await homeOfWeeks(context, query.household, from)
  const held = await heldBeds(context, query.household, from)
  const names = await namesIn(
    context,
    held.map(({ stay }) => stay),
  )
  const bars = barsOf(from, held).map(({ child, stay, span, status: _, ...bar }) => {
    const name = names.get(`${stay} ${child}`) ?? null
    return { ...bar, ...span, name, stay: name === null ? null : stay }
  })
  return {
    household: query.household,
    name: home.name,
    from,
    tonight,
    beds: home.beds,
    bars,
    kinds: kindsOf(from, home),
  }
}

export const homeRest = listing({
  name: 'home-rest',
  says: 'What is settled for the rest of a home that hosts, and the child-nights it needs itself, as far as you may know.',
  query: z.object({ household }),
  allow: may.readSleepovers,
  run: async (context, { household }) => ({
    ...(await findHome(context, household)),
    canSettle: may.settleRest(context.actor, { household }),
  }),
})

export const fairUse = listing({
  name: 'fair-use',
  says: 'Child-nights each home of a constellation used against its need, what could not be met, and the rest of its hub. A home reads its own numbers.',
  query: z.object({ constellation: id('a constellation'), weeks: weeksBack }),
  allow: may.readSleepovers,
  run: showFairUse,
})

export type FairUse = Awaited<ReturnType<typeof showFairUse>>

async function showFairUse(
  context: Context,
  { constellation, weeks }: { constellation: string; weeks: 12 | 26 | 52 },
) {
  const { name } = await findConstellation(context, constellation)
  const members = await membersOn(context, constellation, context.today)
  const mine = members.filter(({ household }) => sees(context.actor, household) === 'whole')
  const homes = mine.map(({ household }) => household)
  const period = periodOf(context.today, weeks)
  const asks = new Map((await asksOf(context, homes, period)).map((one) => [one.household, one]))
  const stays = await staysUsed(context, homes, period)
  const hub = mine.find(({ part }) => part === 'hub')
  return {
    constellation,
    name,
    weeks,
    period,
    defaultNights: DEFAULT_NIGHTS,
    /** Homes of the constellation whose numbers are not the reader’s. */
    others: members.length - mine.length,
    homes: mine.flatMap((member) => {
      const asked = asks.get(member.household)
      if (!asked) return []
      const used = usedIn(
        period,
        stays.filter(({ home }) => home === member.household),
      )
      return [
        {
          ...asked,
          name: member.name,
          part: member.part,
          need: needIn(weeks, asked.stated, asked.children),
          ...used,
          canSettle: may.settleRest(context.actor, { household: member.household }),
        },
      ]
    }),
    hub: hub ? await restOf(context, hub, period, stays) : null,
  }
}

/** The hub’s side: what it gave, and what was settled for its rest. */
async function restOf(
  context: Context,
  { household, name }: Member,
  period: Period,
  stays: readonly StayUsed[],
) {
  const hosted = stays.filter(({ host, kind }) => host === household && kind !== 'day_care')
  const spans = hosted.map(({ span }) => span)
  const { rest } = await findHome(context, household)
  const { planned, emergency } = usedIn(period, hosted)
  return {
    household,
    name,
    ...nightsInRow(period, spans),
    given: planned + emergency,
    onProtected: onProtected(period, spans, rest?.protectedDays ?? []),
    rest,
    canSettle: may.settleRest(context.actor, { household }),
  }
}
