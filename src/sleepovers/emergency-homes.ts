import { z } from 'zod'
import { may } from '../access/policy.ts'
import { cardAtHand } from '../children/card-at-hand.ts'
import { type AtHandRow, childrenAtHand } from '../children/store-at-hand.ts'
import { type Context, widened } from '../platform/context.ts'
import { ids, oneOf, optionalDay, tick, time } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Forbidden, Refusal } from '../platform/refusals.ts'
import { packAt, type RulePack } from '../platform/rule-pack.ts'
import { daysOf } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import { homeOfThese } from './emergency.ts'
import { type ChildFacts, type Finding, forEyes, type StayAsked } from './facts.ts'
import { freeBeds } from './rules/beds.ts'
import { emergencySpan } from './rules/emergency-span.ts'
import { type Candidate, type Ranked, rank, sharedWith } from './rules/rank.ts'
import { mayBeAccepted, weighStay } from './rules.ts'
import { gatherChildren, siblingsLeftAt } from './store-children.ts'
import { saidNo, staysHolding } from './store-emergency.ts'
import { gatherHosts, type Host } from './store-hosts.ts'
import {
  homesInReach,
  type InReach,
  idsOfConstellation,
  ownConstellation,
  REACH_MILES,
} from './store-reach.ts'
import { HAPPENED_CODES } from './words.ts'

const orNothing = <T extends z.ZodType>(answer: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), answer.nullable())

/** What an emergency says of who and when: the same for looking and for asking. Without an end it is for one night. */
export const emergencyInput = z.object({
  children: ids('which children'),
  happened: oneOf(HAPPENED_CODES, 'Choose what has happened'),
  until: optionalDay('the day they go home').default(null),
  untilTime: orNothing(time('the time they go home'))
    .default(null)
    .describe('The time they go home, in London'),
})

/** A home that can take them now, and what it would need. */
export type EmergencyHome = {
  household: string
  name: string
  phone: string | null
  reasons: string[]
  /** Free for the whole stay. */
  beds: number
  /** What needs a yes and what is good to know, worst first. */
  findings: Finding[]
  /** The keys of the findings that somebody with authority may allow by voice, to be confirmed the next working day. */
  byVoice: string[]
}

/** A home of the constellation that cannot take them tonight, and everything that stops it. */
export type CannotTonight = {
  household: string
  name: string
  hub: boolean
  phone: string | null
  why: string[]
}

/** As many as are looked for before a wider circle is asked, unless the asker wants to see farther. */
const ENOUGH = 3
const MANY = 12

/** It shows names and phone numbers beyond the asker's constellation: that is what it is for (docs/decisions/0010). */
export const emergencyHomes = listing({
  name: 'emergency-homes',
  says: 'The homes that could take these children now, ranked with the reasons, those of the constellation that cannot and why, and what matters at once of each child’s care card.',
  query: emergencyInput.extend({ farther: tick().describe('Look farther though some would do') }),
  allow: may.readSleepovers,
  sensitive: ({ children }, { offered }: EmergencySeen) => ({
    children,
    households: offered.map(({ household }) => household),
  }),
  run: homesNow,
})

export type EmergencySeen = Awaited<ReturnType<typeof homesNow>>

async function homesNow(context: Context, query: z.output<typeof emergencyInput> & { farther: boolean }) {
  const { children, happened } = query
  const span = emergencySpan(context.now, query.until, query.untilTime)
  const [seen, held] = await Promise.all([
    childrenAtHand(context, children),
    'message' in span ? [] : staysHolding(context, children, span),
  ])
  const home = homeOfThese(context, children, seen)
  if (!may.askForSleepover(context.actor, { home, children })) throw new Forbidden()
  if ('message' in span) throw new Refusal(span.message, { field: span.field })
  const asked: StayAsked = {
    kind: 'emergency',
    home,
    span,
    why: happened,
    before: [],
    splitReason: null,
    views: {},
  }
  const found = await widened(context, async () => {
    const pack = packAt(context.today)
    const [facts, leftAtHome, no, own, hosts] = await Promise.all([
      gatherChildren(context, children, span, null, 'emergency'),
      siblingsLeftAt(context, home, children, span),
      saidNo(context, home, children),
      ownConstellation(context, { home, children, span }),
      gatherHosts(context, idsOfConstellation(context, home), span),
    ])
    const about = { asked, children: facts, leftAtHome, cards: seen }
    const weighed = weighAll(about, pack, own, hosts)
    const beyond = [...own.map(({ household }) => household), ...no.map(({ host }) => host)]
    const enough = query.farther ? MANY : ENOUGH
    const fitting = () =>
      weighed.filter((one) => one.fits && !no.some(({ host }) => host === one.household)).length
    let last = facts.length < children.length
    for (let skip = 0; !last && fitting() < enough; ) {
      const next = await homesInReach(context, { home, children, span, nights: nightsOf(span), beyond }, skip)
      const ids = next.homes.map(({ household }) => household)
      weighed.push(...weighAll(about, pack, next.homes, await gatherHosts(context, ids, span)))
      skip += next.homes.length
      last = next.last
    }

    const ranked = rank(
      weighed.filter((one) => !no.some(({ host }) => host === one.household)),
      pack,
    )
    const refused = rank(
      weighed.filter((one) => no.some(({ host }) => host === one.household)),
      pack,
    )
    return {
      home,
      children: facts.map(({ id, name }) => ({ id, name })),
      ...span,
      offered: ranked.offered.map(shownHome),
      // Beyond the constellation only those that can are named: why one cannot may say where somebody is.
      cannot: [...refused.offered, ...refused.cannot, ...ranked.cannot]
        .filter(({ tier }) => tier === 'own')
        // The hub is whom they would have rung: why it cannot is the first question.
        .toSorted((a, b) => Number(b.hub) - Number(a.hub))
        .map((one) => cannotTonight(one, no)),
      beyond: ranked.cannot.filter(({ tier }) => tier !== 'own').length,
      more: !last,
      reach: REACH_MILES,
      /** Stays that hold one of them already, as far as the asker may see them. */
      held,
      packVersion: pack.version,
    }
  })
  /** What is at hand of each child's card, with the asker's own eyes. */
  return { ...found, cards: seen.map((row) => cardAtHand(context, row)) }
}

type About = {
  asked: StayAsked
  children: ChildFacts[]
  leftAtHome: string[]
  cards: readonly AtHandRow[]
}

type WeighedHome = Candidate & { fits: boolean; beds: number; phone: string | null; byVoice: string[] }

/** Holds the stay against every rule at each of these homes. */
function weighAll(
  { asked, children, leftAtHome, cards }: About,
  pack: RulePack,
  homes: readonly InReach[],
  hosts: ReadonlyMap<string, Host>,
): WeighedHome[] {
  if (children.length === 0) return []
  const days = daysOf(asked.span)
  return homes.flatMap((home) => {
    const host = hosts.get(home.household)
    if (!host) return []
    const { findings, fits } = weighStay({ asked, children, host, leftAtHome }, pack)
    const there = new Set(host.sleepers.map(({ child }) => child))
    const named = (keep: (child: ChildFacts) => boolean) => children.filter(keep).map(({ name }) => name)
    return [
      {
        ...home,
        name: host.name,
        knows: named(({ id }) => home.knows.includes(id)),
        siblings: named(({ siblings }) => siblings.some((sibling) => there.has(sibling))),
        shares: children.flatMap(({ id, name }) => {
          const card = cards.find(({ child }) => child === id)?.card
          return card ? sharedWith(home, { name, ...card }) : []
        }),
        findings,
        fits,
        beds: freeBeds({ host, days, asked }).length,
        byVoice: findings.filter((one) => mayBeAccepted(one, pack)).map(({ key }) => key),
      },
    ]
  })
}

const shownHome = (one: Ranked<WeighedHome>): EmergencyHome => ({
  household: one.household,
  name: one.name,
  phone: one.phone,
  reasons: one.reasons,
  beds: one.beds,
  findings: one.findings.map(forEyes),
  byVoice: one.byVoice,
})

const NO = { declined: 'They said no.', no_answer: 'They did not answer.' } as const

function cannotTonight(
  { household, name, hub, phone, findings }: WeighedHome,
  no: Awaited<ReturnType<typeof saidNo>>,
): CannotTonight {
  const said = no.filter(({ host }) => host === household).map(({ outcome }) => NO[outcome])
  const stops = findings.filter(({ level }) => level === 'stop').map(({ says }) => says)
  return { household, name, hub, phone, why: [...said, ...stops] }
}
