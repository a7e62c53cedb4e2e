import type { Child } from 'hono/jsx'
import { DateInput } from './components/date-input.tsx'
import { dateValues, errorFor } from './form-state.ts'
import { words } from './read-form.ts'
import type { FormState } from './visit.ts'

type Before = Record<string, string | number | boolean | readonly string[] | null | undefined>

/** A form with the answers it had before, until something else was typed into it. */
export function prefilled(state: FormState, before: Before): FormState {
  if (state.errors.length > 0) return state
  const typed: FormState['typed'] = {}
  for (const [field, value] of Object.entries(before)) {
    if (Array.isArray(value)) typed[field] = [...value]
    else if (typeof value === 'boolean') typed[field] = value ? 'yes' : 'no'
    else if (value !== null && value !== undefined) typed[field] = String(value)
  }
  return { ...state, typed: { ...typed, ...state.typed } }
}

/** What an answer field needs of the form's state. */
export const answer = (state: FormState, name: string) => ({
  name,
  value: words(state.typed[name]),
  error: errorFor(state, name),
})

type DayProps = { state: FormState; name: string; legend: Child; hint?: Child }

/** A day as three boxes. */
export const DayField = ({ state, name, legend, hint }: DayProps) => (
  <DateInput
    name={name}
    legend={legend}
    hint={hint}
    values={dateValues(state, name)}
    error={errorFor(state, name)}
  />
)

/** A table of words as radio buttons or boxes offer it. */
export const choices = (table: Record<string, string>) =>
  Object.entries(table).map(([value, text]) => ({ value, text }))
