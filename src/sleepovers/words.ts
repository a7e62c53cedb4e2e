/** `stop`: nobody at the screen can change it. `yes`: a named role must agree first. `know`: good to know. */
export type Level = 'stop' | 'yes' | 'know'

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

/** What has happened, in an emergency. */
export const HAPPENED = {
  not_safe: 'Somebody here is not safe',
  distress: 'A child needs to be somewhere calmer',
  carer_ill: 'A carer is ill or hurt',
  carer_called_away: 'A carer has to leave at once',
  home_unfit: 'We cannot stay in the house',
  other: 'Something else',
} as const

export type Happened = keyof typeof HAPPENED
export const HAPPENED_CODES = Object.keys(HAPPENED) as [Happened, ...Happened[]]

/** Why any stay was asked for, whatever its kind. */
export const WHY_WORDS: Record<Reason | Happened, string> = { ...HAPPENED, ...REASONS }

/** What kind of stay it is. A stay by day has no night and no bed. */
export type Kind = 'planned' | 'emergency' | 'day_care'

export const KIND_WORDS: Record<Kind, string> = {
  planned: 'Sleepover',
  emergency: 'Emergency sleepover',
  day_care: 'Day care',
}

/** The stay in a sentence: `A sleepover is agreed`, `Day care is agreed`; `This sleepover is over`. */
export const named = (kind: Kind): string => (kind === 'day_care' ? 'Day care' : 'A sleepover')
export const thisStay = (kind: Kind): string => (kind === 'day_care' ? 'This day care' : 'This sleepover')

export type Status =
  | 'requested'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'no_show'
  | 'arrived'
  | 'continued'
  | 'converted'
  | 'returned'

/** A stay's state as people say it. */
export const STATUS_WORDS: Record<Status, string> = {
  requested: 'Asked',
  accepted: 'Agreed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  no_show: 'Did not come',
  arrived: 'There now',
  continued: 'Went on to another stay',
  converted: 'Became more than a stay',
  returned: 'Back home',
}

/** How a stay stands, for people; an agreed one that waits again says so. */
export const sayStatus = ({ status, heldReason }: { status: Status; heldReason: string | null }): string =>
  heldReason ? 'On hold' : STATUS_WORDS[status]

/** The three kinds of finding, as the page heads them. */
export const LEVEL_WORDS: Record<Level, string> = {
  stop: 'Stops this',
  yes: 'Needs a yes',
  know: 'Good to know',
}

/** How long after the end nobody is alarmed yet: the way home takes its time. Our own choice. */
export const LATE_AFTER_MINUTES = 30

/** Where children are who did not come to an agreed stay. */
export const WHEREABOUTS = {
  at_home: 'They are at home',
  elsewhere: 'They are somewhere else, and we know where',
  not_known: 'We do not know where they are',
} as const

export type Whereabouts = keyof typeof WHEREABOUTS
export const WHEREABOUTS_CODES = Object.keys(WHEREABOUTS) as [Whereabouts, ...Whereabouts[]]

/** What a stay became that is no longer one. */
export const BECAME = {
  lives_here: 'They live at this home from now on',
  lives_elsewhere: 'They went to live somewhere else',
} as const

export type Became = keyof typeof BECAME
export const BECAME_CODES = Object.keys(BECAME) as [Became, ...Became[]]
