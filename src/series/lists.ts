import { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { type Alternative, alternatives } from '../sleepovers/alternatives.ts'
import { forEyes, type StayAsked } from '../sleepovers/facts.ts'
import { stillNeeded } from '../sleepovers/rules.ts'
import { findStay } from '../sleepovers/store.ts'
import { homeOf, knownHost } from '../sleepovers/store-home-of.ts'
import { listSeries, type StayListed } from '../sleepovers/store-lists.ts'
import { yesesOf } from '../sleepovers/store-yeses.ts'
import { weigh } from '../sleepovers/weigh.ts'
import { addDays, type Day } from '../values/london.ts'
import { seriesInput } from './input.ts'
import { datesOf, type Pattern, problemsWith, spanOn } from './rules.ts'
import { findSeries } from './store.ts'
import { offersFor } from './store-swaps.ts'

/** What a date of the series comes to: what stops it, what it needs, and what would do instead. */
export type DateChecked = {
  date: Day
  from: Date
  to: Date
  fits: boolean
  /** What stops it, in words. */
  stops: string[]
  /** What needs somebody's yes, in words. */
  yeses: string[]
  /** Other days at the same home that nothing stops. */
  moves: Day[]
  /** Other homes of the constellation for the same nights. */
  elsewhere: Pick<Alternative, 'host' | 'hostName' | 'miles' | 'knowsThem'>[]
}

const DAYS_TO_TRY = 3

export const seriesCheck = listing({
  name: 'series-check',
  says: 'What the rules would say of each date of a series, and what would do instead of one that clashes. Nothing is saved.',
  query: seriesInput,
  allow: may.readSleepovers,
  sensitive: ({ children, host }) => ({ children, host }),
  run: async (context, input) => {
    const home = await homeOf(context, input.children)
    await knownHost(context, home, input.host)
    const [problem] = problemsWith(input, context.now)
    if (problem) throw new Refusal(problem.message, problem)
    const dates: DateChecked[] = []
    for (const date of datesOf(input)) dates.push(await checkDate(context, date, { ...input, home }))
    const { host, children } = await weigh(
      context,
      { ...input, kind: 'planned', home, before: [], span: spanOn(input.first, input) },
      input.children,
      input.host,
    )
    return {
      home,
      host: { household: host.household, name: host.name },
      children: children.map(({ id, name }) => ({ id, name })),
      dates,
    }
  },
})

type Asking = Pattern & Omit<StayAsked, 'span' | 'before' | 'kind'> & { children: string[]; host: string }

async function checkDate(context: Context, date: Day, asking: Asking): Promise<DateChecked> {
  const { children, host } = asking
  const on = (day: Day): StayAsked => ({
    ...asking,
    kind: 'planned',
    before: [],
    span: spanOn(day, asking),
  })
  const { fits, findings } = await weigh(context, on(date), children, host)
  const says = (level: string) =>
    findings.filter((one) => one.level === level).map((one) => forEyes(one).says)
  const moves: Day[] = []
  for (let days = 1; !fits && days <= DAYS_TO_TRY; days++) {
    const other = addDays(date, days)
    if ((await weigh(context, on(other), children, host)).fits) moves.push(other)
  }
  const others = fits ? [] : await alternatives(context, on(date), children, host)
  return {
    date,
    ...spanOn(date, asking),
    fits,
    stops: says('stop'),
    yeses: says('yes'),
    moves,
    elsewhere: others
      .filter((one) => one.host !== host)
      .map(({ host, hostName, miles, knowsThem }) => ({ host, hostName, miles, knowsThem })),
  }
}

export const series = listing({
  name: 'series',
  says: 'A series of sleepovers: each date, how it stands, and what it waits for.',
  query: z.object({ series: id('a series') }),
  allow: may.readSleepovers,
  sensitive: ({ series }) => ({ series }),
  run: async (context, { series }) => {
    const shown: (StayListed & { waitsFor: string[] })[] = []
    for (const stay of await listSeries(context, series)) {
      shown.push({ ...stay, waitsFor: await waitsFor(context, stay) })
    }
    return {
      ...(await findSeries(context, series)),
      stays: shown,
    }
  },
})

/** What stands between a date and its yes, in words, for those who may see all of its children. */
async function waitsFor(context: Context, { id, status, names, number }: StayListed): Promise<string[]> {
  if (status !== 'requested' || names.length < number) return []
  const stay = await findStay(context, id)
  const { findings } = await weigh(context, stay, stay.children, stay.host, id)
  const stops = findings.filter(({ level }) => level === 'stop')
  return [...stops, ...stillNeeded(findings, await yesesOf(context, id), context.today)].map(
    ({ says }) => says,
  )
}

/** The homes whose side of a swap the actor may read. */
const sidesOf = ({ actor }: Context): string[] => [
  ...actor.ownHomes,
  ...actor.supervisedHomes,
  ...actor.liaisonHomes,
]

export const swaps = listing({
  name: 'swaps',
  says: 'Offers to swap nights, made by your home or asked of it. Of the other home only the nights are told.',
  query: z.object({}),
  allow: may.readSleepovers,
  run: (context) => offersFor(context, sidesOf(context)),
})

export const swap = listing({
  name: 'swap',
  says: 'One offer to swap nights, from your side.',
  query: z.object({ offer: id('an offer') }),
  allow: may.readSleepovers,
  run: async (context, { offer }) => {
    const [found] = await offersFor(context, sidesOf(context), offer)
    if (!found) throw new NotFound()
    return found
  },
})
