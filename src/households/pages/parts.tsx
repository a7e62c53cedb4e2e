import type { Child } from 'hono/jsx'
import { Forbidden } from '../../platform/refusals.ts'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState, Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { type HouseholdRecord, householdRecord } from '../household-record.ts'
import { householdAvailability } from '../lists.ts'

export const section = 'Homes'

/** The way back to a home's own page. */
export const toHome = (household: string) => ({ href: `/households/${household}` })

/** The home a page is about, from its address. */
export const homeOf = ({ params }: Visit): string => params.household ?? ''

/** The record behind a form that changes it; `Forbidden` before anything is filled in for nothing. */
export async function homeToChange(visit: Visit): Promise<HouseholdRecord> {
  const home = await visit.look(householdRecord, { household: homeOf(visit) })
  if (!home.can.change) throw new Forbidden()
  return home
}

/** The same for a form that changes when the home is open. */
export async function homeToOpen(visit: Visit) {
  const home = await visit.look(householdAvailability, { household: homeOf(visit) })
  if (!home.can.changeAvailability) throw new Forbidden()
  return home
}

/** What stands where the asker may not look: never to be read as "there is none". */
export const Unseen = () => <span class="quiet">You cannot see this</span>

type Values = Record<string, string | number | readonly string[] | boolean | null | undefined>

/** A form with the answers it had before, until something else was typed into it. */
export function prefilled(state: FormState, before: Values): FormState {
  if (state.errors.length > 0) return state
  const typed: FormState['typed'] = {}
  for (const [field, value] of Object.entries(before)) {
    if (Array.isArray(value)) typed[field] = [...value]
    else if (typeof value === 'boolean') typed[field] = value ? 'yes' : 'no'
    else if (value !== null && value !== undefined) typed[field] = String(value)
  }
  return { ...state, typed: { ...typed, ...state.typed } }
}

/** The same, with the day set to today. */
export const fromToday = (visit: Visit, state: FormState): FormState =>
  prefilled(state, { from: dayOf(visit.now) })

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

/** Yes, no, or not known, as radio buttons offer them. */
export const yesNoUnknown = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: '', text: 'Not known' },
]

/** The head of a column of links: nothing to see, something to hear. */
export const ToDo = <span class="govuk-visually-hidden">What you can do</span>
