import { NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { NIGHT_NAMES } from '../kinds.ts'
import { reopenNights } from '../reopen-nights.ts'
import { setWeeklyPattern } from '../set-weekly-pattern.ts'
import { nightsSay } from './home-beds.tsx'
import { DayField, fromToday, homeOf, homeToOpen, prefilled, section } from './parts.tsx'

const toAvailability = (household: string) => ({ href: `/households/${household}/availability` })
const done = ({ household }: { household: string }) => toAvailability(household).href

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
