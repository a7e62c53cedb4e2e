import { type Day, dayOf, timeOf } from './london.ts'

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const weekdayOnly = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `Fri 27 Nov` */
export function shortDay(value: Day): string {
  const known = shortDays.get(value)
  if (known !== undefined) return known
  if (shortDays.size >= DAYS_KEPT) shortDays.clear()
  const words = day.format(new Date(`${value}T12:00:00Z`)).replace(',', '')
  shortDays.set(value, words)
  return words
}

/** The same few days are said again and again on a page, and formatting is slow. */
const shortDays = new Map<Day, string>()
const DAYS_KEPT = 1000

/** `Friday` */
export const weekdayName = (value: Day): string => weekdayOnly.format(new Date(`${value}T12:00:00Z`))

/** `27 November 2026` */
export const longDay = (value: Day): string => dayAndYear.format(new Date(`${value}T12:00:00Z`))

/** `Fri 27 Nov, 5pm`; a time that is not on the hour keeps its minutes: `5:30pm`. London time. */
export const dayAndTime = (moment: Date): string => `${shortDay(dayOf(moment))}, ${clockTime(moment)}`

/** `5pm`, `5:30pm`, `midday`, `midnight`. London time. */
export function clockTime(moment: Date): string {
  const [hour = '', minute] = timeOf(moment).split(':')
  const of24 = Number(hour)
  if (minute === '00' && of24 === 0) return 'midnight'
  if (minute === '00' && of24 === 12) return 'midday'
  return `${of24 % 12 || 12}${minute === '00' ? '' : `:${minute}`}${of24 < 12 ? 'am' : 'pm'}`
}

/** `1 night`, `3 nights`. The plural is the singular with an s unless given. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** `Ann`, `Ann and Ben`, `Ann, Ben and Cai`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
