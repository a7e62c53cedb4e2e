import { type Day, dayOf } from '../values/london.ts'
import { clockTime, dayAndTime } from '../values/words.ts'
import type { HomeShown, Sleeper } from './rules/board.ts'
import type { BarState, NightKind } from './rules/weeks.ts'

const named = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** `Friday 27 November` */
export const namedDay = (day: Day): string => named.format(new Date(`${day}T12:00:00Z`)).replace(',', '')

/** The time alone on the night's own day, otherwise with its day: `5pm`, `Sun 29 Nov, 4pm`. */
export const moment = (at: Date, night: Day): string => (dayOf(at) === night ? clockTime(at) : dayAndTime(at))

const UNKNOWN = 'a home you do not know'

/** Where a child sleeps, in a sentence. */
export function whereSay(child: Sleeper, night: Day): string {
  const { state, atName, homeName, since, until } = child
  const at = atName ?? UNKNOWN
  switch (state) {
    case 'home':
      return homeName ? `At home, ${homeName}` : 'No home is written down'
    case 'staying':
      return `Staying at ${at}`
    case 'arriving':
      return `Expected at ${at}${since ? `, ${moment(since, night)}` : ''}`
    case 'late_arrival':
      return `Should be at ${at}${since ? ` since ${moment(since, night)}` : ''}. Nobody has said that they are`
    case 'late_home':
      return `Should be home from ${at}${until ? ` since ${moment(until, night)}` : ''}. Nobody has said that they are`
    case 'elsewhere':
      return 'Went elsewhere: the stay became more than a stay, and no new home is written down yet'
  }
}

/** The beds of a home in words: `1 of 2 free`, `closed`. */
export function bedsSay({ shut, bedsLeft, beds }: HomeShown): string {
  if (shut === 'closed') return 'Closed'
  if (shut === 'not_open') return 'Not open'
  if (beds === 0) return 'None kept'
  return beds === null ? `${bedsLeft} left` : `${bedsLeft} of ${beds} left`
}

/** What a bar of a home’s weeks is. */
export const BAR_WORDS: Record<BarState, string> = {
  there: 'There now',
  agreed: 'Agreed',
  asked: 'Asked for, bed kept',
  over: 'Over',
}

/** Why a night takes nobody, or what it is besides. */
export const KIND_WORDS: Record<NightKind, string> = {
  open: 'Open',
  closed: 'Closed',
  not_open: 'Not a night they are open',
  protected: 'Their own, settled as rest',
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `November 2026` of `2026-11` */
export const monthWords = (value: string): string => month.format(new Date(`${value}-01T12:00:00Z`))
