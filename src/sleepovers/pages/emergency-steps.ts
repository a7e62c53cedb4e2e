import { ids, oneOf } from '../../platform/fields.ts'
import { all, type Typed, words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import { HAPPENED_CODES } from '../words.ts'

/** What the steps of an emergency have found out so far. It travels in the address: ids, a day and codes, no words. */
export type EmergencySteps = {
  children: string[]
  happened: string
  until: string
  untilTime: string
  farther: string
}

export const stepsIn = (query: Typed): EmergencySteps => ({
  children: all(query.children),
  happened: words(query.happened),
  until: words(query.until),
  untilTime: words(query.untilTime),
  farther: words(query.farther),
})

/** The address of a step with what is known, changed as `change` says. */
export function stepUrl(
  step: '' | '/what' | '/homes' | '/duty',
  steps: EmergencySteps,
  change: Partial<EmergencySteps> = {},
): string {
  const { children, ...rest } = { ...steps, ...change }
  const query = new URLSearchParams(children.map((child): [string, string] => ['children', child]))
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  return `/sleepovers/emergency${step}?${query}`
}

/** What is wrong with the children chosen; `of` are those the asker may choose. */
export function problemsWithChildren(
  { children }: EmergencySteps,
  of: readonly { id: string }[],
): FormState['errors'] {
  const wrong = (message: string) => [{ field: 'children', message }]
  if (!ids('who needs a bed').safeParse(children).success) return wrong('Choose who needs a bed')
  return children.every((child) => of.some(({ id }) => id === child)) ? [] : wrong(NOT_YOURS)
}

/** Also for a child who has left since the page was opened. */
export const NOT_YOURS = 'One of these children is not somebody you can ask for today. Choose again'

/** What is wrong with what has happened. */
export const problemsWithHappened = ({ happened }: EmergencySteps): FormState['errors'] =>
  oneOf(HAPPENED_CODES, '').safeParse(happened).success
    ? []
    : [{ field: 'happened', message: 'Choose what has happened' }]

/** Whether an answer of the first two steps is missing or cannot be one, whoever the children are. */
export const isUnanswered = (steps: EmergencySteps): boolean =>
  !ids('').safeParse(steps.children).success || problemsWithHappened(steps).length > 0

/** The ids among what stands in the address; anything else is passed over. */
export const idsIn = (children: readonly string[]): string[] =>
  children.filter((child) => ids('').safeParse(child).success)

/** A number as a phone takes it. */
export const tel = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`
