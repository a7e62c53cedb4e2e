import { Refusal } from '../platform/refusals.ts'
import type { Span } from '../values/london.ts'
import { dayAndTime } from '../values/words.ts'
import { lastAtHost } from './legs.ts'
import type { Leg } from './store-legs.ts'
import type { Status } from './words.ts'

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

/** Agreed and not over; one on hold was agreed, and is on its way back to that or to another home. */
const isOpen = ({ status, heldReason }: Leg): boolean =>
  status === 'accepted' || status === 'arrived' || (status === 'requested' && heldReason !== null)

/**
 * The move from the leg that `at` falls in, or from the first where none has begun, to the end of what was agreed at that home. Throws a
 * `Refusal` with the sentence where there is nothing to move, or not then; and what `allowed` throws of that leg, before it
 * says anything of it.
 */
export function moveFrom(
  legs: readonly Leg[],
  at: Date | null,
  now: Date,
  allowed: (leg: Leg) => void,
): Move {
  const open = legs.filter(isOpen)
  const [first] = open
  if (!first) throw nothingToMove(legs)
  const start = open.find(({ status }) => status === 'arrived')
  if (!start) {
    allowed(first)
    const rest = { from: first.from, to: lastAtHost(open, first).to }
    return { leg: first, begun: false, moment: first.from, past: false, rest }
  }
  const no = (says: string) => new Refusal(says, { field: 'on' })
  if (!at) throw no('Enter the day and time they move')
  const leg = open.findLast(({ from }) => from < at)
  allowed(leg ?? start)
  if (!leg || (leg.arrivedAt && at < leg.arrivedAt)) {
    throw no('That is before they arrived there. Choose a later time')
  }
  if (at <= now && leg.status !== 'arrived') {
    throw no('Their arrival at that home is not recorded yet. Record it first')
  }
  // Nights that are asked for and not agreed yet do not move with the others.
  const { to } = lastAtHost(open, leg)
  if (at >= to) {
    throw no(`They were to stay until ${dayAndTime(to)}. Add nights first, or record that they are home`)
  }
  return { leg, begun: true, moment: at, past: at <= now, rest: { from: at, to } }
}

const WHY_NOTHING: Partial<Record<Status, string>> = {
  declined: 'That home said no to this sleepover. Ask for a new one',
  cancelled: 'This sleepover is cancelled, or moved before it began. Its page says why',
  no_show: 'They did not come to this sleepover, so there is nothing to move',
  returned: 'They are home already, so there is nothing to move',
  converted: 'This became more than a sleepover. Their social worker arranges where they live',
}

function nothingToMove(legs: readonly Leg[]): Refusal {
  const says = legs.flatMap(({ status }) => WHY_NOTHING[status] ?? []).at(-1)
  return new Refusal(
    legs.some(({ status }) => status === 'requested')
      ? 'This has not been answered yet. Cancel it and ask the other home'
      : (says ?? 'This sleepover is over'),
  )
}
