import { BadInput, NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { ErrorSummary } from '../../platform/web/components/error-summary.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all, words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { closeNights } from '../close-nights.ts'
import { NIGHT_NAMES } from '../kinds.ts'
import { staysAffectedList } from '../lists.ts'
import { reopenNights } from '../reopen-nights.ts'
import { setWeeklyPattern } from '../set-weekly-pattern.ts'
import type { AffectedStay } from '../store-stays.ts'
import { nightsSay } from './home-beds.tsx'
import { answer, DayField, fromToday, homeOf, homeToOpen, prefilled, section } from './parts.tsx'
import { StaysTouched } from './stays-touched.tsx'

const toAvailability = (household: string) => ({ href: `/households/${household}/availability` })
const done = ({ household }: { household: string }) => toAvailability(household).href

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
  done,
})

export const reopenForm = form('/households/:household/closures/:closure/reopen', reopenNights, {
  input: (visit) => ({ closure: visit.params.closure }),
  show: async (visit) => {
    const { closures, household } = await homeToOpen(visit)
    const closure = closures.find((one) => one.id === visit.params.closure)
    if (!closure) throw new NotFound()
    return {
      title: 'Open these nights again?',
      section,
      back: toAvailability(household),
      body: (
        <form method="post" novalidate>
          <p class="lead">{nightsSay(closure)}</p>
          <p>Nights that have passed stay as they were.</p>
          <Button>Open these nights</Button>
        </form>
      ),
    }
  },
  done,
})

export const patternForm = form('/households/:household/weekly-pattern', setWeeklyPattern, {
  input: (visit, typed) => ({ ...typed, openNights: all(typed.openNights), household: homeOf(visit) }),
  show: async (visit, state) => {
    const { openNights, household } = await homeToOpen(visit)
    const before = prefilled(fromToday(visit, state), {
      openNights: (openNights ?? [1, 2, 3, 4, 5, 6, 7]).map(String),
    })
    return {
      title: 'Nights of the week you are open',
      section,
      back: toAvailability(household),
      body: (
        <form method="post" novalidate>
          <Checkboxes
            name="openNights"
            legend="Tick every night children could stay"
            hint="Tick none if no night of the week is open. Stays already agreed are left as they are."
            error={errorFor(before, 'openNights')}
            items={NIGHT_NAMES.map((text, at) => ({ value: String(at + 1), text }))}
            values={all(before.typed.openNights)}
          />
          <DayField state={before} name="from" legend="From which day?" />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done,
})
