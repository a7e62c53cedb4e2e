import { z } from 'zod'
import { day, id, oneOf, optionalText, time, wholeNumber } from '../platform/fields.ts'
import { stayInput } from '../sleepovers/input.ts'

const NO_END = 'A series has an end. Enter the last day it may begin on, like 27 11 2026'

/** What a series says of who, where, when and why: the same for asking and for checking before. Times are London's. */
export const seriesInput = stayInput.omit({ from: true, until: true }).extend({
  first: day('the first day'),
  nights: wholeNumber('the number of nights', 1, 7),
  fromTime: time('the time they go'),
  untilTime: time('the time they come back'),
  everyWeeks: wholeNumber('how many weeks apart', 1, 8),
  last: z.iso
    .date({ error: NO_END })
    .refine((value) => value >= '1900' && value < '2200', { error: NO_END })
    .describe('The last day it may begin on'),
})

const HOW = 'Choose to ask, skip, move or ask elsewhere'
const ordinary = z.object({ date: day('the date'), do: oneOf(['ask', 'skip'], HOW) })
const moved = z.object({ date: day('the date'), do: z.literal('move'), to: day('the day to move it to') })
const elsewhere = z.object({ date: day('the date'), do: z.literal('elsewhere'), host: id('another home') })

/** What to do with each date; one that is left out is asked for. */
export const choices = z
  .array(z.discriminatedUnion('do', [ordinary, moved, elsewhere], { error: HOW }))
  .max(60, { error: 'Choose one thing for each date' })
  .default([])

export const note = optionalText(2000).describe('What the host should know')
