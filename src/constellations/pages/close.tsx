import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { closeConstellation } from '../close-constellation.ts'
import { theConstellation } from '../the-constellation.ts'
import { only } from './only.ts'

export const closePage = form('/constellations/:constellation/close', closeConstellation, {
  input: ({ params }, { on, reason }) => ({ ...params, on, reason }),
  show: async (visit, state) => {
    only(may.formConstellation(await visit.actor()))
    const { constellation } = visit.params
    const { name, homes } = await visit.look(theConstellation, { constellation })
    return {
      title: `Close ${name}`,
      section: 'Constellations',
      back: { href: `/constellations/${constellation}` },
      body: (
        <form method="post">
          <WarningText>
            {count(homes.length, 'home')} will leave on that day, and every carer is told. What happened in{' '}
            {name} stays on record. A closed constellation cannot be opened again.
          </WarningText>
          <DateInput
            name="on"
            legend="On which day?"
            hint="For example, 27 11 2026"
            values={dateValues(state, 'on')}
            error={errorFor(state, 'on')}
          />
          <Textarea
            name="reason"
            label="Why?"
            rows={3}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <Button kind="stop">Close {name}</Button>
        </form>
      ),
    }
  },
  done: ({ constellation }) => `/constellations/${constellation}`,
})
