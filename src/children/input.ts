import { z } from 'zod'
import { day, id, oneOf, optionalDay, optionalText, text } from '../platform/fields.ts'
import { alongsideWords, codesOf, petWords, sexes } from './say.ts'

/** The child an action is about. */
export const child = id('a child')

/** From when something holds. */
export const from = day('the day this starts')

/** The first day something no longer holds; nothing where it goes on. */
export const until = optionalDay('the day this ends')

/** Refuses an end that is not after the start. */
export const endsAfterStart: [
  (value: { from: string; until: string | null }) => boolean,
  { path: string[]; error: string },
] = [
  ({ from, until }) => until === null || from < until,
  { path: ['until'], error: 'The day it ends must be after the day it starts' },
]

/** A code that falls back to the one for "nobody knows" where nothing was chosen. */
const codeOr = <const C extends readonly [string, ...string[]]>(
  codes: C,
  otherwise: C[number],
  says: string,
) => z.preprocess((value) => (value === undefined || value === '' ? otherwise : value), oneOf(codes, says))

/** Who a child is. */
export const details = z.object({
  firstName: text('Enter the first name', 100),
  lastName: text('Enter the last name', 100),
  dob: day('the date of birth'),
  sex: oneOf(codesOf(sexes), 'Choose girl, boy or not known'),
  responsibleAuthority: optionalText(200),
  pets: codeOr(codesOf(petWords), 'unknown', 'Choose what is known about pets'),
  caredForAlongside: codeOr(
    codesOf(alongsideWords),
    'no_preference',
    'Choose who the child may be cared for alongside',
  ),
})

export type Details = z.output<typeof details>
