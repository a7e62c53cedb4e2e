import { NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { leaveConstellation } from '../leave-constellation.ts'
import { nameOf } from '../sky.tsx'
import { theConstellation } from '../the-constellation.ts'
import { only, sectionOf } from './only.ts'

export const leavePage = form('/constellations/:constellation/leave/:household', leaveConstellation, {
  input: ({ params }, { from, reason }) => ({ ...params, from, reason }),
  show: async (visit, state) => {
    const { constellation, household } = visit.params
    const { name, stage, homes } = await visit.look(theConstellation, { constellation })
    const home = homes.find((one) => one.household === household)
    if (!home) throw new NotFound()
    only(home.canLeave)
    const satellites = homes.filter(({ part }) => part === 'satellite').length
    return {
      title: `${nameOf(home)} leaves ${name}`,
      section: sectionOf(await visit.actor()),
      back: { href: `/constellations/${constellation}` },
      body: (
        <form method="post">
          {stage === 'active' && home.part === 'hub' && (
            <WarningText>
              This is the hub home. {name} needs a new hub from that day on: the programme lead and the
              liaison worker are given the task to find one.
            </WarningText>
          )}
          {stage === 'active' && home.part === 'satellite' && satellites <= 6 && (
            <WarningText>
              {name} will have {satellites - 1} satellites, fewer than the model asks for. Its liaison worker
              is told.
            </WarningText>
          )}
          <DateInput
            name="from"
            legend="From which day is it no longer part of it?"
            hint="For example, 27 11 2026"
            values={dateValues(state, 'from')}
            error={errorFor(state, 'from')}
          />
          <Textarea
            name="reason"
            label="Why?"
            hint="Kept with the home’s time in the constellation"
            rows={3}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <p>Sleepovers that are already agreed stay agreed: look through them too.</p>
          <Button kind="stop">Leave</Button>
        </form>
      ),
    }
  },
  done: () => '/constellations',
})
