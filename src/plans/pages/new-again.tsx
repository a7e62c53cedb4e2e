import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { words } from '../../platform/web/read-form.ts'
import type { FormState, Visit } from '../../platform/web/visit.ts'
import type { Choices } from '../choices.ts'
import { type ShownPlanPage, thePlan } from '../the-plan.ts'
import { typedAgain } from './typed-again.ts'

/** The plan whose answers the form begins with, where the address names one. */
export async function planBefore(visit: Visit): Promise<ShownPlanPage | null> {
  const plan = words(visit.query.from)
  return /^[0-9a-f-]{36}$/.test(plan) ? visit.look(thePlan, { plan }) : null
}

/** The form as it was filled in for that plan, for the homes of it that are there today. */
export function againFrom(
  { settings, names }: ShownPlanPage,
  { homes }: Choices,
  sent: FormState,
): FormState {
  const chosen = homes.filter(({ household }) => names[household] !== undefined)
  const some = chosen.length < homes.length ? chosen.map(({ household }) => household) : []
  return { ...sent, typed: typedAgain(settings, some) }
}

/** Says whose answers these are. */
export function As({ plan: { plan, name, settings } }: { plan: ShownPlanPage }) {
  return (
    <InsetText>
      As it was settled for <a href={`/plans/${plan}`}>{name}</a>, with the homes as they are today.
      {settings.journeys && ' Its measured journeys are not filled in: bring them in again.'}
    </InsetText>
  )
}
