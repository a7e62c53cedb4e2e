import { z } from 'zod'

/*
 * The kinds of answer a form, an API call or a command may give, each with the sentence that mends it.
 * All of them read strings, so a plain HTML form needs no conversion of its own.
 */

/** The id of something. A malformed id is treated like an unknown one by whoever looks it up. */
export const id = (what: string) => z.guid({ error: `Choose ${what}` })

/** One or more ids, in the order given, each once. */
export const ids = (what: string) =>
  z.preprocess(
    (value) =>
      value === undefined || value === '' ? [] : Array.isArray(value) ? [...new Set(value)] : [value],
    z.array(id(what)).min(1, { error: `Choose ${what}` }),
  )

/** Words that must be there. `says` is the sentence when they are not: `Enter why you ask`. */
export const text = (says: string, most = 2000) =>
  z
    .string({ error: says })
    .trim()
    .min(1, { error: says })
    .max(most, { error: `Use ${most} characters or fewer` })

/** Words that may be left out; empty becomes null. */
export const optionalText = (most = 2000) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use ${most} characters or fewer` })
    .nullish()
    .transform((value) => value || null)

/**
 * A real calendar day, `2026-11-27`, of a year that people here live in. `what` goes into the sentence: `Enter the
 * day the stay starts`.
 */
export const day = (what: string) =>
  z.iso
    .date({ error: `Enter ${what}, like 27 11 2026` })
    .refine((value) => value >= '1900' && value < '2200', {
      error: `Enter ${what} with a year from 1900 to 2199`,
    })

/** A real calendar day, or nothing (null). */
export const optionalDay = (what: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), day(what).nullable())

/** A time of day in London, `17:00` or `5pm`. */
export const time = (what: string) =>
  z.preprocess(
    readTime,
    z.string({ error: `Enter ${what}, like 5pm or 17:00` }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
      error: `Enter ${what}, like 5pm or 17:00`,
    }),
  )

function readTime(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const match = /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?\s*$/i.exec(value)
  if (!match) return value
  const [, hour = '', minute = '00', half] = match
  const given = Number(hour)
  if (half && (given < 1 || given > 12)) return value
  const hours = !half ? given : (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minute}`
}

/** One of a closed list of codes. */
export const oneOf = <const T extends readonly [string, ...string[]]>(codes: T, says: string) =>
  z.enum(codes, { error: says })

/** A yes-or-no question that must be answered; becomes a boolean. */
export const yesNo = (says: string) =>
  z.preprocess(
    (value) =>
      value === true || value === 'yes' || value === 'true'
        ? 'yes'
        : value === false || value === 'no' || value === 'false'
          ? 'no'
          : value,
    z.enum(['yes', 'no'], { error: says }).transform((value) => value === 'yes'),
  )

/** A tick box: ticked is true, left out is false. */
export const tick = () =>
  z.preprocess(
    (value) => value === true || value === 'yes' || value === 'on' || value === 'true',
    z.boolean(),
  )

/** A whole number in a range, both ends allowed. */
export const wholeNumber = (what: string, least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value),
    z
      .int({ error: `Enter ${what} as a whole number from ${least} to ${most}` })
      .min(least, { error: `${what} must be ${least} or more` })
      .max(most, { error: `${what} must be ${most} or fewer` }),
  )
