import { z } from 'zod'
import { may } from '../access/policy.ts'
import { type Context, widened } from '../platform/context.ts'
import { id, ids, oneOf, optionalDay, time, wholeNumber } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Forbidden, NotFound, Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { addDays, momentAt } from '../values/london.ts'
import { alternatives, homesToMoveTo as otherHomes } from './alternatives.ts'
import { forEyes } from './facts.ts'
import { dayCareInput, daySpanOf, spanOf, stayInput } from './input.ts'
import { refuseUnlessTheirs } from './legs.ts'
import { moveFrom } from './moves.ts'
import { nightsAt } from './nights.ts'
import { findStay } from './store.ts'
import { siblingsLeftAt } from './store-children.ts'
import { staysByTheClock as byTheClock } from './store-clock.ts'
import { hostToRing } from './store-emergency.ts'
import { homeOf, knownHost, seesHome } from './store-home-of.ts'
import { gatherHosts } from './store-hosts.ts'
import { legsOf } from './store-legs.ts'
import { listStays, listUnmet, namesOf, type StayShown, showStay } from './store-lists.ts'
import { homesOfConstellation } from './store-places.ts'
import { weigh } from './weigh.ts'
import type { Kind } from './words.ts'

const page = wholeNumber('the page', 1, 10_000).default(1)

export const sleepovers = listing({
  name: 'sleepovers',
  says: 'The sleepovers you may see: to come and going on (coming), or over (past). 50 a page.',
  query: z.object({ when: oneOf(['coming', 'past'], 'Choose coming or past').default('coming'), page }),
  allow: may.readSleepovers,
  run: (context, { when, page: number }) => listStays(context, when, number),
})

export const sleepover = listing({
  name: 'sleepover',
  says: 'One sleepover: who, where, when, what the rules said, who said yes, the handover list.',
  query: z.object({ stay: id('a sleepover') }),
  allow: may.readSleepovers,
  sensitive: ({ stay }, shown: StayShown) => ({ stay, children: shown.children.map(({ child }) => child) }),
  run: (context, { stay }) => showStay(context, stay),
})

export const sleepoverCheck = listing({
  name: 'sleepover-check',
  says: 'What the rules would say of a sleepover, and what would also work. Nothing is saved or held.',
  query: stayInput,
  allow: may.readSleepovers,
  sensitive: ({ children, host }) => ({ children, host }),
  run: (context, input) => check(context, 'planned', input, spanOf(input, context.now)),
})

export const dayCareCheck = listing({
  name: 'day-care-check',
  says: 'What the rules would say of a day at another home, and which other home would also do. Nothing is saved.',
  query: dayCareInput,
  allow: may.readSleepovers,
  sensitive: ({ children, host }) => ({ children, host }),
  run: (context, input) => check(context, 'day_care', input, daySpanOf(input, context.now)),
})

type Checked = Pick<z.output<typeof stayInput>, 'children' | 'host' | 'why' | 'splitReason' | 'views'>

async function check(context: Context, kind: Kind, input: Checked, span: ReturnType<typeof spanOf>) {
  const home = await homeOf(context, input.children)
  await knownHost(context, home, input.host)
  if ('message' in span) throw new Refusal(span.message, { field: span.field })
  const asked = { ...input, kind, home, span, before: [] }
  const { findings, fits, packVersion, host, children } = await weigh(
    context,
    asked,
    input.children,
    input.host,
  )
  return {
    home,
    host: { household: host.household, name: host.name },
    children: children.map(({ id, name }) => ({ id, name })),
    from: span.from,
    to: span.to,
    findings: findings.map(forEyes),
    fits,
    packVersion,
    alternatives: await alternatives(context, asked, input.children, input.host),
  }
}

export const nightsFree = listing({
  name: 'nights-free',
  says: 'How many beds a home has free each night, without saying who is there. 8 weeks at most.',
  query: z.object({
    host: id('a home'),
    from: optionalDay('the first night').default(null),
    nights: wholeNumber('the number of nights', 1, 56).default(28),
  }),
  allow: may.readSleepovers,
  run: async (context, { host, from, nights }) => {
    if (!(await seesHome(context, host))) throw new NotFound()
    const first = from ?? context.today
    const window = { from: momentAt(first, '12:00'), to: momentAt(addDays(first, nights), '12:00') }
    const found = await widened(context, async () => (await gatherHosts(context, [host], window)).get(host))
    if (!found) throw new NotFound()
    return { host, name: found.name, nights: nightsAt(found, first, nights) }
  },
})

export const whereToStay = listing({
  name: 'where-to-stay',
  says: 'The home children live in and its hub: where a sleepover is asked of first.',
  query: z.object({ children: ids('which children') }),
  allow: may.readSleepovers,
  run: async (context, { children }) => {
    const home = await homeOf(context, children)
    const { hub } = await widened(context, () => homesOfConstellation(context, home, children))
    return { home, hub: hub === home ? null : hub }
  },
})

export const unmetNeeds = listing({
  name: 'unmet-needs',
  says: 'Requests that could not be met, and why. The newest first, 50 a page.',
  query: z.object({ page }),
  allow: may.readSleepovers,
  run: (context, { page: number }) => listUnmet(context, number),
})

export const childrenToAskFor = listing({
  name: 'children-to-ask-for',
  says: 'The children who live with you today, whom you may ask a sleepover for; and those named, as far as you may see them.',
  query: z.object({ children: z.array(z.guid()).max(20).default([]) }),
  allow: may.readSleepovers,
  run: (context, { children }) => namesOf(context, [...context.actor.placedChildren, ...children]),
})

export const siblingsAtHome = listing({
  name: 'siblings-at-home',
  says: 'Brothers and sisters of these children who live in the same home, as far as you may see them.',
  query: z.object({ children: ids('which children') }),
  allow: may.readSleepovers,
  run: async (context, { children }) => {
    const home = await homeOf(context, children)
    const window = { from: context.now, to: context.now }
    return namesOf(context, await siblingsLeftAt(context, home, children, window))
  },
})

export const homesToMoveTo = listing({
  name: 'homes-to-move-to',
  says: 'Other homes where children could spend the rest of a stay from now on, or nights after it, and whom to ring there. Beyond the constellation where none of it can.',
  query: z.object({
    stay: id('a sleepover'),
    until: optionalDay('the last day').default(null).describe('For nights after the end of the stay'),
    untilTime: time('the time they come back').optional(),
  }),
  allow: may.readSleepovers,
  run: async (context, { stay: stayId, until, untilTime }) => {
    const stay = await findStay(context, stayId)
    if (!may.changeSleepover(context.actor, stay)) throw new Forbidden()
    const legs = await legsOf(context, stayId, 'look')
    const last = legs.at(-1)?.to ?? stay.span.to
    const end = until && untilTime ? momentAt(until, untilTime) : null
    const theirs = (leg: { host: string }) => refuseUnlessTheirs(context, may.changeSleepover, stay, leg)
    const span = unlessRefused(() => {
      if (!end) return moveFrom(legs, context.now, context.now, theirs).rest
      theirs(legs.at(-1) ?? stay)
      return { from: last, to: end }
    })
    if (!span || span.to <= span.from) return { homes: [], same: [] }
    // Nights the children have been away for count, wherever they go on to.
    const before = legs
      .filter(({ from }) => from < span.from)
      .map(({ from, to }) => ({ from, to: to < span.from ? to : span.from }))
    const asked = { ...stay, span, before }
    const found = await otherHomes(context, asked, stay.children, stay.host, end ? 'near' : 'far')
    const homes = []
    for (const home of found) {
      const { phone, carers } = await hostToRing(context, home.host)
      const known =
        !home.beyond || may.moveFarther(context.actor, stay) || (await seesHome(context, home.host))
      if (known) homes.push({ ...home, phone, carers: carers.map(nameAlone) })
    }
    /** Who could say yes to another bed at the home they are at, where that is the one they move from. */
    const same = (await hostToRing(context, stay.host)).carers.map(nameAlone)
    return { homes, same }
  },
})

const nameAlone = ({ person, name }: { person: string; name: string }) => ({ person, name })

/** Null where there is nothing to move, or not by them. */
function unlessRefused<T>(find: () => T): T | null {
  try {
    return find()
  } catch (no) {
    if (no instanceof Refusal) return null
    throw no
  }
}

export const staysByTheClock = listing({
  name: 'stays-by-the-clock',
  says: 'Sleepovers that the clock has something to do with: late returns, nights that begin by themselves, and those too long.',
  query: z.object({}),
  allow: may.watchTheClock,
  run: (context) => byTheClock(context, packAt(context.today)),
})
