import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { form } from '../../platform/web/visit.ts'
import { CHECKS, SEXES } from '../kinds.ts'
import { recordApproval } from '../record-approval.ts'
import { recordCheck } from '../record-check.ts'
import { answer, DayField, fromToday, homeOf, homeToChange, prefilled, section, toHome } from './parts.tsx'

const items = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const approvalForm = form('/households/:household/approval', recordApproval, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { approval, name, household } = await homeToChange(visit)
    const before = prefilled(fromToday(visit, state), { ...approval, from: undefined })
    return {
      title: `What ${name} is approved for`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <Input {...answer(before, 'places')} label="How many children?" width={2} inputmode="numeric" />
          <Input
            {...answer(before, 'ageMin')}
            label="Youngest age"
            width={2}
            inputmode="numeric"
            suffix="years"
          />
          <Input
            {...answer(before, 'ageMax')}
            label="Oldest age"
            width={2}
            inputmode="numeric"
            suffix="years"
          />
          <Radios {...answer(before, 'sex')} legend="Which children?" items={items(SEXES)} />
          <DayField
            state={before}
            name="from"
            legend="First day of these terms"
            hint="Terms that held before end the day before this one."
          />
          <DayField
            state={before}
            name="lastDay"
            legend="Last day of these terms"
            hint="The last day the home is approved. Leave empty if it goes on."
          />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})

export const checkForm = form('/households/:household/checks/record', recordCheck, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { name, household } = await homeToChange(visit)
    const before = fromToday(visit, state)
    return {
      title: `Record a check of ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <Radios {...answer(before, 'kind')} legend="Which check?" items={items(CHECKS)} />
          <DayField state={before} name="from" legend="The day it was done" />
          <DayField
            state={before}
            name="expiresOn"
            legend="Good until"
            hint="The last day it counts. For a review, the day the next one is due: at most 12 months on."
          />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})
