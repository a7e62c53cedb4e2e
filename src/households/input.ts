import { z } from 'zod'
import { day, id, oneOf, optionalText, text, yesNo } from '../platform/fields.ts'
import { isPostcode, normalisePostcode } from '../values/postcode.ts'
import { codes, HOME_KINDS, WISHES } from './kinds.ts'

/** The home an action is about. */
export const household = id('a home')

/** An answer that may be left out; nothing becomes null. */
const orNothing = <T extends z.ZodType>(answer: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), answer.nullable())

export const optionalOneOf = <const T extends readonly [string, ...string[]]>(choices: T, says: string) =>
  orNothing(oneOf(choices, says))

/** Short words: a list, or one text with commas, semicolons or new lines between them. Each once, none empty. */
const listOfWords = (what: string) =>
  z.preprocess(
    (value) => {
      const given = typeof value === 'string' ? [value] : (value ?? [])
      if (!Array.isArray(given)) return value
      const parts = given.flatMap((one) => (typeof one === 'string' ? one.split(/[,;\n]/) : [one]))
      const tidied = parts.map((one) => (typeof one === 'string' ? one.trim() : one))
      return [...new Set(tidied.filter((one) => one !== ''))]
    },
    z.array(text(`Enter ${what} in words`, 60)).max(30, { error: `Enter at most 30 ${what}` }),
  )

const postcode = orNothing(
  z
    .string({ error: 'Enter a full postcode, like GL1 1JY, or leave it empty' })
    .refine(isPostcode, { error: 'Enter a full postcode, like GL1 1JY, or leave it empty' })
    .transform(normalisePostcode),
)

/** What is known of a home as a whole; stating it again replaces all of it. */
export const details = z.object({
  name: text('Enter the name people know this home by', 200),
  kind: oneOf(codes(HOME_KINDS), 'Choose what kind of home this is'),
  phone: optionalText(40),
  postcode,
  localAuthority: optionalText(200),
  pets: listOfWords('pets'),
  smoker: orNothing(yesNo('Choose whether anyone smokes there')),
  languages: listOfWords('languages'),
  cultures: listOfWords('cultures'),
  adultHomeFullTime: orNothing(yesNo('Choose whether an adult is at home full time')),
  wantsMockingbird: optionalOneOf(codes(WISHES), 'Choose yes, not sure or no'),
  canBeHub: orNothing(yesNo('Choose whether this home could be a hub home')),
})

export type Details = z.output<typeof details>

/** From when something holds. */
export const from = day('the day this starts')
