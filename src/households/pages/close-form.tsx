import { BadInput } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { ErrorSummary } from '../../platform/web/components/error-summary.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { closeNights } from '../close-nights.ts'
import { staysAffectedList } from '../lists.ts'
import type { AffectedStay } from '../store-stays.ts'
import { nightsSay } from './home-beds.tsx'
import { answer, DayField, homeOf, homeToOpen, section } from './parts.tsx'
import { StaysTouched } from './stays-touched.tsx'

const toAvailability = (household: string) => ({ href: `/households/${household}/availability` })

/** First which nights: asked by GET, so that going on shows the stays before anything is changed. */
function whichNights(
  household: string,
  name: string,
  state: FormState,
  asked: FormState['errors'] = [],
): View {
  const errors = asked.length > 0 ? asked : state.errors
  const shown = { ...state, errors }
  return {
    title: `Close some nights at ${name}`,
    section,
    back: toAvailability(household),
    body: (
      <>
        {asked.length > 0 && (
          <ErrorSummary
            focus
            errors={asked.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
          />
        )}
        <form method="get" novalidate>
          <DayField state={shown} name="from" legend="First night off" hint="The evening it starts on" />
          <DayField state={shown} name="until" legend="First night you are open again" />
          <Button>Go on</Button>
        </form>
      </>
    ),
  }
}

/** Then what it touches, and why. */
function checkNights(household: string, state: FormState, stays: AffectedStay[]): View {
  const [from, until] = [words(state.typed.from), words(state.typed.until)]
  return {
    title: 'Check before you close these nights',
    section,
    back: { href: `/households/${household}/close-nights` },
    body: (
      <form method="post" novalidate>
        <p class="lead">{nightsSay({ from, until })}</p>
        <StaysTouched stays={stays} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="until" value={until} />
        <Input
          {...answer(state, 'reason')}
          label="Why?"
          hint="A few words. Other homes see that you are closed, not why."
        />
        <Button>Close these nights</Button>
      </form>
    ),
  }
}

async function showClose(visit: Visit, state: FormState): Promise<View> {
  const household = homeOf(visit)
  const { name } = await homeToOpen(visit)
  const [from, until] = [words(state.typed.from), words(state.typed.until)]
  if (state.typed.from === undefined) return whichNights(household, name, state)
  const datesWrong = errorFor(state, 'from') ?? errorFor(state, 'until')
  if (datesWrong) return whichNights(household, name, state)
  if (!until) {
    const message = 'Enter the first night you are open again, like 27 11 2026'
    return whichNights(household, name, state, [{ field: 'until', message }])
  }
  try {
    const { stays } = await visit.look(staysAffectedList, { household, from, until })
    return checkNights(household, state, stays)
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    return whichNights(household, name, state, thrown.issues)
  }
}

export const closeForm = form('/households/:household/close-nights', closeNights, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: showClose,
  done: ({ household }) => toAvailability(household).href,
})
