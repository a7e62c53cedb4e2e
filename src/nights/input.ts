import { z } from 'zod'
import { day, id, optionalDay, tick, time } from '../platform/fields.ts'

export const household = id('a home')

/** From when something holds. */
export const from = day('the day this starts')

/** An answer that may be left out; nothing becomes null. */
export const optional = <T extends z.ZodType>(answer: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), answer.nullable())

/** Which night, and with the knowledge of which moment; nothing is tonight, as it is known now. */
const nightAsked = z.object({
  night: optionalDay('the night to look at'),
  known: optionalDay('the day it was known'),
  knownTime: optional(time('the time it was known')),
})

/** Where: all the actor may see, one constellation, or the homes in none. `brief`: what is too much for one page is summed up. */
export const tonightAsked = nightAsked.extend({
  constellation: optional(
    z.union([z.literal('none'), id('a constellation')], { error: 'Choose a constellation' }),
  ),
  brief: tick(),
})

/** How far back fair use is counted. */
export const weeksBack = z.preprocess(
  (value) => (value === undefined || value === '' ? 12 : Number(value)),
  z.union([z.literal(12), z.literal(26), z.literal(52)], { error: 'Choose 12, 26 or 52 weeks' }),
)
