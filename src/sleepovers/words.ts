import type { Level } from './facts.ts'

/** Why a home asks, in the order the form offers it. The codes go into the address of the check page: no free words. */
export const REASONS = {
  rest: 'A rest for us',
  family_event: 'Something in our family',
  appointment: 'An appointment, work or training',
  carer_holiday: 'We are on holiday',
  friendship: 'The child wants to',
  sibling_time: 'Time with brothers and sisters',
  other: 'Something else',
} as const

export type Reason = keyof typeof REASONS
export const REASON_CODES = Object.keys(REASONS) as [Reason, ...Reason[]]

export type Status = 'requested' | 'accepted' | 'declined' | 'cancelled' | 'arrived' | 'returned'

/** A stay's state as people say it. */
export const STATUS_WORDS: Record<Status, string> = {
  requested: 'Asked',
  accepted: 'Agreed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  arrived: 'There now',
  returned: 'Back home',
}

/** The three kinds of finding, as the page heads them. */
export const LEVEL_WORDS: Record<Level, string> = {
  stop: 'Stops this',
  yes: 'Needs a yes',
  know: 'Good to know',
}
