import { packAt, type RulePack, rulePacks } from '../platform/rule-pack.ts'
import type { Finding, StayFacts } from '../sleepovers/facts.ts'
import { gatherChildren, siblingsLeftAt } from '../sleepovers/store-children.ts'
import { gatherHosts } from '../sleepovers/store-hosts.ts'
import { dayOf, type Span } from '../values/london.ts'
import { nightsOf } from '../values/nights.ts'
import type { Check, Found, Records } from './check.ts'
import { type Decided, decidedStays } from './decided.ts'
import { against, againstAfterwards, findingsOf, WHAT } from './judge.ts'
import { knownAt, showAsKnown } from './known-then.ts'

/*
 * Invariants 3, 4, 5, 7 to 11, 14, 15, 25 and 27: each sleepover that was agreed is held against the rules again
 * (src/sleepovers/rules, which name the law), twice: by what was known when it was agreed, and by what was known at
 * its end (now, where it is not over). So a consent that ran out after the stay is no breach of it, a yes that was in
 * force excuses, and one that was withdrawn before the children left does not.
 */
export const stayChecks: Check = {
  rules: [3, 4, 5, 7, 8, 9, 10, 11, 14, 15, 19, 25, 27],
  find: async (records) => {
    const stays = await decidedStays(records)
    await showAsKnown(records)
    const found: Found[] = []
    for (const stay of stays) found.push(...(await judged(records, stay)))
    return found
  },
}

async function judged(records: Records, stay: Decided): Promise<Found[]> {
  const pack = rulePacks.find(({ version }) => version === stay.packVersion) ?? packAt(dayOf(stay.decidedAt))
  const planned = { from: stay.from, to: stay.to }
  const then = await factsAt(records, stay, planned, stay.decidedAt)
  if (!then)
    return [{ rule: 28, what: 'What was known when a sleepover was agreed cannot be told.', rows: [stay.id] }]
  const decided = against(findingsOf(then, stay.beds, pack), stay)
  const found = [
    ...decided.map((finding) => said(stay, finding, 'as known when it was agreed')),
    ...tooLong(stay, pack),
  ]
  const happened = { from: stay.from, to: endOf(records, stay) }
  const last = happened.to < records.now ? happened.to : records.now
  // Who came early and went home before it was to begin was there for none of it.
  if (last <= stay.decidedAt || happened.to <= happened.from) return found
  const since = await factsAt(records, stay, happened, last)
  const afterwards = since ? againstAfterwards(findingsOf(since, stay.beds, pack), stay) : []
  const news = afterwards.filter(({ rule }) => !decided.some((finding) => finding.rule === rule))
  return [...found, ...news.map((finding) => said(stay, finding, 'as known since'))]
}

/** The end as it came: earlier or later than planned, or not yet. */
function endOf({ now }: Records, { status, to, overAt }: Decided): Date {
  if (overAt) return overAt
  return status === 'arrived' && now > to ? now : to
}

async function factsAt(records: Records, stay: Decided, span: Span, moment: Date): Promise<StayFacts | null> {
  const context = await knownAt(records, moment)
  const children = await gatherChildren(context, stay.children, span, stay.id, stay.kind)
  const host = (await gatherHosts(context, [stay.host], span, stay.id)).get(stay.host)
  if (!host || children.length < stay.children.length) return null
  const { kind, home, why, before, splitReason, views } = stay
  const leftAtHome = await siblingsLeftAt(context, home, stay.children, span)
  return { asked: { kind, home, span, why, before, splitReason, views }, children, host, leftAtHome }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** In a stay that has begun, what is being looked into is a truth that was recorded; ahead, nothing excuses. */
function said(stay: Decided, { rule, key, children }: Finding, when: string): Found {
  const kept = stay.lookedInto && stay.status !== 'accepted'
  const rows = [...new Set([stay.id, stay.host, ...children, ...(key.match(UUID) ?? [])])]
  const what = `${WHAT[rule] ?? `A sleepover breaks rule ${rule}`} (${when}).`
  return { rule: Number(rule), what, rows, ...(kept ? { kept } : {}) }
}

/** Invariant 14 is a warning: longer than a sleepover should be, and no reason from the liaison worker. */
function tooLong({ id, from, to, before, lengthReason }: Decided, pack: RulePack): Found[] {
  const nights = new Set([...before, { from, to }].flatMap(nightsOf))
  if (lengthReason || nights.size <= pack.stayWarningNights.nights) return []
  const what = `A sleepover of more than ${pack.stayWarningNights.nights} nights has no reason from the liaison worker.`
  return [{ rule: 14, what, rows: [id], kept: true }]
}
