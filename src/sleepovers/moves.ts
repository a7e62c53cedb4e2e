import { Refusal } from '../platform/refusals.ts'
import type { Span } from '../values/london.ts'
import { dayAndTime } from '../values/words.ts'
import { lastAtHost } from './legs.ts'
import type { Leg } from './store-legs.ts'

/** What is left when children move, and for when the new home is needed. */
export type Move = {
  leg: Leg
  /** The children are, or will be, at the first home before they move; otherwise they go to the other from the start. */
  begun: boolean
  moment: Date
  /** The move has happened already, or happens now. */
  past: boolean
  rest: Span
}

const OPEN: readonly string[] = ['requested', 'accepted', 'arrived']

/**
 * The move from the leg that `at` falls in, or from the first where none has begun, to the end of what was agreed at that home. Throws a
 * `Refusal` with the sentence where there is nothing to move, or not then.
 */
export function moveFrom(legs: readonly Leg[], at: Date | null, now: Date): Move {
  const open = legs.filter(({ status }) => OPEN.includes(status))
  const [first] = open
  if (!first) throw new Refusal('This sleepover is over, or has moved already')
  const start = open.find(({ status }) => status === 'arrived')
  if (!start) {
    const rest = { from: first.from, to: endOf(open, first) }
    return { leg: first, begun: false, moment: first.from, past: false, rest }
  }
  const no = (says: string) => new Refusal(says, { field: 'on' })
  if (!at) throw no('Enter the day and time they move')
  const leg = open.findLast(({ from }) => from < at)
  if (!leg || (leg.arrivedAt && at < leg.arrivedAt) || (at <= now && leg.status !== 'arrived')) {
    throw no('That is before they arrived there. Choose a later time')
  }
  const to = endOf(open, leg)
  if (at >= to) {
    throw no(`They were to stay until ${dayAndTime(to)}. Add nights first, or record that they are home`)
  }
  return { leg, begun: true, moment: at, past: at <= now, rest: { from: at, to } }
}

/** Nights that are asked for and not agreed yet do not move with the others. */
const endOf = (open: readonly Leg[], leg: Leg): Date =>
  lastAtHost(
    open.filter(({ status, follows }) => follows === null || status !== 'requested'),
    leg,
  ).to
