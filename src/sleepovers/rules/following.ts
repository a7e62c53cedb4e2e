import type { Day } from '../../values/london.ts'
import type { Finding } from '../facts.ts'
import { type GivenYes, stillNeeded } from '../rules.ts'
import type { Status } from '../words.ts'

/** What follows for a stay from a fact that changed. */
export type Change = 'nothing' | 'ask' | 'hold' | 'resume' | 'cancel' | 'look into'

type Facts = {
  status: Status
  /** An agreed stay that waits again. */
  held: boolean
  /** Its time has come: the children may be there, though nobody has said so. */
  begun: boolean
  /** What the rules say now. */
  findings: readonly Finding[]
  given: readonly GivenYes[]
  /** What they said when it was last weighed. */
  before: readonly Finding[]
  today: Day
}

/**
 * What becomes of a stay to come or going on, and because of what. Consent withdrawn or refused, and a child who lives
 * elsewhere by then, cancel it (invariants 10, 13 and 25); anything else that stops it, or needs a yes it has not got,
 * puts an agreed stay on hold (3, 5, 8, 11 and the rest), and one on hold is on again once nothing is against it. A
 * request only asks for the new yeses: its answer is still to come. What is settled for a hub's rest (19) is asked of the
 * next stays. A stay whose time has come is never cancelled by itself, as the children may be there. Where the children are there, what is new is looked into at once. What was known when it was last weighed is no
 * news, but for an agreed stay, which had everything it needed.
 */
export function becomesOf({ status, held, begun, findings, given, before, today }: Facts): {
  what: Change
  because: Finding[]
} {
  const known = new Set(before.map(({ key }) => key))
  const against = [
    ...findings.filter(({ level }) => level === 'stop'),
    ...stillNeeded(findings, given, today),
  ].filter(({ rule }) => status === 'requested' || rule !== REST)
  const news = against.filter(({ key }) => !known.has(key))
  if (status === 'arrived') return news.length > 0 ? { what: 'look into', because: news } : NOTHING
  const ends = against.filter((finding) => cancels(finding))
  if (ends.length > 0 && !begun) return { what: 'cancel', because: ends }
  if (status === 'accepted') return against.length > 0 ? { what: 'hold', because: against } : NOTHING
  if (held && against.length === 0) return { what: 'resume', because: [] }
  const asked = news.filter(({ level }) => level === 'yes')
  return asked.length > 0 ? { what: 'ask', because: asked } : NOTHING
}

const REST = '19'
const NOTHING = { what: 'nothing' as const, because: [] }

/** Refused, withdrawn (its key carries the day it was withdrawn from), no parental responsibility, or another home by then. */
const cancels = ({ rule, key, level }: Finding): boolean =>
  (rule === '10' && (level === 'stop' || key.split(':').length > 2)) ||
  rule === '25' ||
  key.startsWith('13:home')
