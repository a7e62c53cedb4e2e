import { NIGHT_NAMES } from '../../households/kinds.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { answer, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all } from '../../platform/web/read-form.ts'
import { form, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { homeRest } from '../lists.ts'
import { DEFAULT_NIGHTS } from '../rules/fair-use.ts'
import { setHubRest } from '../set-hub-rest.ts'
import { stateStayNeed } from '../state-stay-need.ts'

/** What is settled today; `Forbidden` before anything is filled in for nothing. */
async function homeToSettle({ look, params }: Visit) {
  const home = await look(homeRest, { household: params.household })
  if (!home.canSettle) throw new Forbidden()
  return home
}

const toHome = ({ household }: { household: string }) => `/households/${household}`

export const restForm = form('/households/:household/rest', setHubRest, {
  input: ({ params }, typed) => ({
    ...typed,
    protectedDays: all(typed.protectedDays),
    household: params.household,
  }),
  show: async (visit, state) => {
    const { name, household, rest } = await homeToSettle(visit)
    const before = prefilled(state, {
      from: dayOf(visit.now),
      nightsInRow: rest?.nightsInRow,
      protectedDays: rest?.protectedDays.map(String),
      nightsPerHome: rest?.nightsPerHome,
    })
    return {
      title: `Rest of ${name}`,
      section: 'Homes',
      back: { href: toHome({ household }) },
      body: (
        <form method="post" novalidate>
          <p>
            Settle this with the carers. A stay that goes beyond it then needs the liaison worker’s yes; in an
            emergency nobody is turned away for it.
          </p>
          <Input
            label="Nights in a row with a child staying, at most"
            hint="Empty for no limit"
            width={3}
            inputmode="numeric"
            {...answer(before, 'nightsInRow')}
          />
          <Checkboxes
            name="protectedDays"
            legend="Nights of the week that are their own"
            hint="Tick none if every night may be asked for"
            items={NIGHT_NAMES.map((text, at) => ({ value: String(at + 1), text }))}
            values={all(before.typed.protectedDays)}
            error={errorFor(before, 'protectedDays')}
          />
          <Input
            label="Child-nights for one home in twelve weeks, at most"
            hint="One child for one night is one; empty for no limit"
            width={3}
            inputmode="numeric"
            {...answer(before, 'nightsPerHome')}
          />
          <DayField state={before} name="from" legend="From which day?" />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done: toHome,
})

export const needForm = form('/households/:household/need', stateStayNeed, {
  input: ({ params }, typed) => ({ ...typed, household: params.household }),
  show: async (visit, state) => {
    const { name, household, need } = await homeToSettle(visit)
    const before = prefilled(state, {
      from: dayOf(visit.now),
      nightsAMonth: need?.nightsAMonth,
      reason: need?.reason,
    })
    return {
      title: `What ${name} needs`,
      section: 'Homes',
      back: { href: toHome({ household }) },
      body: (
        <form method="post" novalidate>
          <p>
            Until it is stated here, a home’s need is {DEFAULT_NIGHTS} child-nights a month for each child.
          </p>
          <Input
            label="Child-nights a month"
            hint="One child for one night is one"
            width={3}
            inputmode="numeric"
            {...answer(before, 'nightsAMonth')}
          />
          <Textarea label="Why?" rows={3} {...answer(before, 'reason')} />
          <DayField state={before} name="from" legend="From which day?" />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done: toHome,
})
