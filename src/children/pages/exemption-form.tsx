import { answer, DayField } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all, words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { children } from '../lists.ts'
import { recordExemption } from '../record-exemption.ts'
import { fromToday } from './parts.tsx'

/** Stands with the home: the exemption is the home's. */
export const exemptionForm = form('/households/:household/exemption', recordExemption, {
  input: (visit, typed) => ({ ...typed, household: visit.params.household }),
  show: async (visit, state) => {
    const { household = '' } = visit.params
    const before = fromToday(visit, state)
    const search = words(before.typed.search)
    const ticked = all(before.typed.children)
    const found = await visit.look(children, { search, household: search ? undefined : household })
    const kept = ticked.length > 0 ? await visit.look(children, { only: ticked }) : { children: [] }
    const listed = new Map([...kept.children, ...found.children].map((child) => [child.child, child]))
    return {
      title: 'Exemption from the usual fostering limit',
      section: 'Homes',
      back: { href: `/households/${household}` },
      body: (
        <form method="post" novalidate>
          <p>The authority where the carer lives gives it in writing and names every child it covers.</p>
          <Checkboxes
            name="children"
            legend="Which children does it name?"
            error={errorFor(before, 'children')}
            values={ticked}
            items={[...listed.values()].map(({ child, name, age, home }) => ({
              value: child,
              text: name,
              hint: [age, home].filter(Boolean).join(', '),
            }))}
          />
          <Input
            name="search"
            label="Find other children"
            hint="By name or reference"
            value={search}
            width={20}
          />
          <Button kind="secondary" attributes={{ formmethod: 'get' }}>
            Find
          </Button>
          <Input {...answer(before, 'authority')} label="The authority where the carer lives" width={20} />
          <Input {...answer(before, 'reference')} label="Reference on the letter" width={20} />
          <DayField state={before} name="from" legend="From" />
          <DayField
            state={before}
            name="until"
            legend="Until"
            hint="The first day it no longer holds. Leave empty if it goes on."
          />
          <Button>Record the exemption</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})
