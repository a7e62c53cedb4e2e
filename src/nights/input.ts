import { z } from 'zod'
import { day, id, optionalDay, time } from '../platform/fields.ts'

export const household = id('a home')

/** From when something holds. */
export const from = day('the day this starts')

/** An answer that may be left out; nothing becomes null. */
export const optional = <T extends z.ZodType>(answer: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), answer.nullable())

/** Which night, and with the knowledge of which moment; nothing is tonight, as it is known now. */
export const nightAsked = z.object({
  night: optionalDay('the night to look at'),
  known: optionalDay('the day it was known'),
  knownTime: optional(time('the time it was known')),
})

/** How far back fair use is counted. */
export const weeksBack = z.preprocess(
  (value) => (value === undefined || value === '' ? 12 : Number(value)),
  z.union([z.literal(12), z.literal(26), z.literal(52)], { error: 'Choose 12, 26 or 52 weeks' }),
)
