import { z } from 'zod'
import { ids, oneOf, time } from '../../platform/fields.ts'
import { all, type Typed, words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import { addDays, type Day } from '../../values/london.ts'
import { spanOf } from '../input.ts'
import { REASON_CODES } from '../words.ts'

/** What the steps of asking have found out so far. It travels in the address: ids, dates and codes, no words about anyone. */
export type Steps = {
  children: string[]
  host: string
  nights: Day[]
  fromTime: string
  untilTime: string
  why: string
}

export const stepsIn = (query: Typed): Steps => ({
  children: all(query.children),
  host: words(query.host),
  nights: all(query.nights).sort(),
  fromTime: words(query.fromTime) || '5pm',
  untilTime: words(query.untilTime) || '4pm',
  why: words(query.why),
})

/** The address of a step with what is known, changed as `change` says. */
export function stepUrl(step: 'when' | 'why' | 'check', steps: Steps, change: Partial<Steps> = {}): string {
  const { children, nights, ...rest } = { ...steps, ...change }
  const query = new URLSearchParams()
  for (const child of children) query.append('children', child)
  for (const night of nights) query.append('nights', night)
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  return `/sleepovers/ask/${step}?${query}`
}

/** The address that asks for the same every second week, with what is known. */
export function seriesUrl({ children, host, nights, fromTime, untilTime, why }: Steps): string {
  const query = new URLSearchParams()
  for (const child of children) query.append('children', child)
  const first = nights[0] ?? ''
  const known = { host, first, nights: String(nights.length || ''), fromTime, untilTime, why }
  for (const [name, value] of Object.entries(known)) if (value) query.set(name, value)
  return `/series/ask?${query}`
}

/** The days and times of the nights chosen: from the first evening to the day after the last. */
export const daysOfNights = ({ nights, fromTime, untilTime }: Steps) => ({
  from: nights[0] ?? '',
  fromTime,
  until: nights.length > 0 ? addDays(nights.at(-1) ?? '', 1) : '',
  untilTime,
})

const times = z.object({ fromTime: time('the time they go'), untilTime: time('the time they come back') })

/** What is wrong with the nights and times; nothing when they will do. */
export function problemsWithNights(steps: Steps, now: Date): FormState['errors'] {
  const { nights } = steps
  if (nights.length === 0) return [{ field: 'nights', message: 'Choose the nights' }]
  if (nights.some((night) => !z.iso.date().safeParse(night).success)) {
    return [{ field: 'nights', message: 'Choose the nights from the list' }]
  }
  if (nights.some((night, index) => index > 0 && night !== addDays(nights[index - 1] ?? '', 1))) {
    return [{ field: 'nights', message: 'Choose nights in a row. Ask twice for two separate sleepovers' }]
  }
  const read = times.safeParse(steps)
  if (!read.success) return read.error.issues.map((i) => ({ field: String(i.path[0]), message: i.message }))
  const span = spanOf({ ...daysOfNights(steps), ...read.data }, now)
  return 'message' in span
    ? [{ field: span.field === 'from' ? 'nights' : 'untilTime', message: span.message }]
    : []
}

/** What is wrong with the children chosen. */
export function problemsWithChildren({ children }: Steps): FormState['errors'] {
  const read = ids('who will go').safeParse(children)
  return read.success
    ? []
    : [{ field: 'children', message: read.error.issues[0]?.message ?? 'Choose who will go' }]
}

/** What is wrong with the reason chosen. */
export function problemsWithWhy({ why }: Steps): FormState['errors'] {
  const read = oneOf(REASON_CODES, 'Choose why you ask').safeParse(why)
  return read.success ? [] : [{ field: 'why', message: 'Choose why you ask' }]
}
