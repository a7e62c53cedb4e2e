import { choices } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type Visit } from '../../platform/web/visit.ts'
import type { StayShown } from '../../sleepovers/store-lists.ts'
import { noteIncident } from '../note-incident.ts'
import { INCIDENT } from '../words.ts'
import { logForm, logPath, mayWrite, When, WhichChild, withStay } from './parts.tsx'

export const incidentPage = form('/sleepovers/:stay/log/incident', noteIncident, {
  input: withStay,
  show: async (visit, state) =>
    logForm(visit, {
      title: 'Something happened',
      can: mayWrite,
      body: async (stay) => (
        <Incident visit={visit} state={state} stay={stay} duty={(await visit.actor()).service.dutyPhone} />
      ),
    }),
  done: (_result, visit) => logPath(visit),
})

type Props = { visit: Visit; state: FormState; stay: StayShown; duty: string }

function Incident({ visit, state, stay, duty }: Props) {
  return (
    <form method="post" novalidate>
      <p>
        Is anybody in danger? Ring <a href="tel:999">999</a> first. Duty worker, day and night:{' '}
        <a href={`tel:${duty.replaceAll(' ', '')}`}>{duty}</a>.
      </p>
      <WhichChild stay={stay} state={state} />
      <Radios
        name="kind"
        legend="What happened?"
        items={choices(INCIDENT)}
        value={words(state.typed.kind)}
        error={errorFor(state, 'kind')}
      />
      <Textarea
        name="says"
        label="What did you see and hear?"
        hint="What happened, in order. Other people’s words as they said them"
        rows={5}
        value={words(state.typed.says)}
        error={errorFor(state, 'says')}
      />
      <Textarea
        name="done"
        label="What was done about it?"
        hint="Leave empty if nothing yet"
        rows={3}
        value={words(state.typed.done)}
        error={errorFor(state, 'done')}
      />
      <When visit={visit} state={state} time="At what time?" day="Which day?" />
      <Radios
        name="reportable"
        legend="Must it be notified?"
        hint="If you are not sure, choose yes. The liaison worker looks at it"
        items={choices({ yes: 'Yes, or I am not sure', no: 'No' })}
        value={words(state.typed.reportable)}
        error={errorFor(state, 'reportable')}
      />
      <Details summary="What must be notified">
        <p>Within 24 hours, weekends too (Fostering Services Regulations 2011, Schedule 7):</p>
        <ul>
          <li>a child’s death, serious illness or serious accident</li>
          <li>a serious complaint, or something said against a carer, about a child’s safety</li>
          <li>a child who may be sexually exploited</li>
          <li>a serious incident for which the police were called</li>
          <li>an outbreak of an infection serious enough for a doctor to report it</li>
        </ul>
      </Details>
      <Button kind="go">Save</Button>
    </form>
  )
}
