import { answer } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import type { FormState, Visit } from '../../platform/web/visit.ts'
import { addDays, type Day } from '../../values/london.ts'
import { shortDay } from '../../values/words.ts'
import type { Tonight } from '../lists.ts'

/** What the address of a night may say: the night, with the knowledge of when, and where. */
const PARTS = ['night', 'known', 'knownTime', 'constellation'] as const
type Parts = Partial<Record<(typeof PARTS)[number], string | null>>

/** The address of the night that is looked at, with what changes in it; null takes a part away. */
export function nightAddress(visit: Visit, change: Parts, path = '/tonight'): string {
  const query = new URLSearchParams()
  for (const part of PARTS) {
    const value = part in change ? change[part] : visit.query[part]
    if (typeof value === 'string' && value !== '') query.set(part, value)
  }
  return query.size > 0 ? `${path}?${query}` : path
}

type LinksProps = { shown: Tonight; visit: Visit; path?: string }

/** The night before and the night after, with the same knowledge. */
export function NightLinks({ shown: { night, tonight: now }, visit, path }: LinksProps) {
  const href = (day: Day | null) => nightAddress(visit, { night: day }, path)
  const [before, after] = [addDays(night, -1), addDays(night, 1)]
  return (
    <ul class="night-links no-print">
      <li>
        <a class="night-links__before" href={href(before)}>
          {shortDay(before)}
          <span class="govuk-visually-hidden">the night before</span>
        </a>
      </li>
      {night !== now && (
        <li>
          <a href={nightAddress(visit, { night: null, known: null, knownTime: null }, path)}>Tonight</a>
        </li>
      )}
      <li>
        <a class="night-links__after" href={href(after)}>
          {shortDay(after)}
          <span class="govuk-visually-hidden">the night after</span>
        </a>
      </li>
    </ul>
  )
}

/** Another night, or the same as it was known at a moment. */
export function NightForm({ state }: { state: FormState }) {
  const { constellation } = state.typed
  const where = typeof constellation === 'string' ? constellation : ''
  return (
    <div class="no-print">
      <Details summary="See another night, or what was known then" open={state.errors.length > 0}>
        <form method="get" novalidate>
          {where && <input type="hidden" name="constellation" value={where} />}
          <DateInput
            name="night"
            legend="Which night?"
            hint="The day the night begins; empty for tonight"
            values={dateValues(state, 'night')}
            error={errorFor(state, 'night')}
          />
          <DateInput
            name="known"
            legend="As it was known on which day?"
            hint="Empty for what is known now"
            values={dateValues(state, 'known')}
            error={errorFor(state, 'known')}
          />
          <Input
            label="At what time?"
            hint="Like 5pm or 17:00; empty for the end of that day"
            width={5}
            {...answer(state, 'knownTime')}
          />
          <Button kind="secondary">Show that night</Button>
        </form>
      </Details>
    </div>
  )
}
