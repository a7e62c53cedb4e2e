import { z } from 'zod'
import { day, id, optionalDay, time } from '../platform/fields.ts'

export const household = id('a home')

/** From when something holds. */
export const from = day('the day this starts')

const optionalTime = (what: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), time(what).nullable())

/** Which night, and with the knowledge of which moment; nothing is tonight, as it is known now. */
export const nightAsked = z.object({
  night: optionalDay('the night to look at'),
  known: optionalDay('the day it was known'),
  knownTime: optionalTime('the time it was known'),
})
