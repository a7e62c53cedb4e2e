import { words } from './read-form.ts'
import type { FormState } from './visit.ts'

/** What is wrong with a field, where something is. */
export const errorFor = ({ errors }: Pick<FormState, 'errors'>, field: string): string | undefined =>
  errors.find((error) => error.field === field || error.field.startsWith(`${field}.`))?.message

/** The three boxes of a date as they were typed; from a whole date where the boxes were not sent. */
export function dateValues({ typed }: Pick<FormState, 'typed'>, field: string) {
  const [year = '', month = '', day = ''] = words(typed[field]).split('-')
  return typed[`${field}-year`] === undefined
    ? { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
    : {
        day: words(typed[`${field}-day`]),
        month: words(typed[`${field}-month`]),
        year: words(typed[`${field}-year`]),
      }
}
