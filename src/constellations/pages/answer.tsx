import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { answerInvitation } from '../answer-invitation.ts'
import { invitation as theInvitation } from '../lists.ts'
import { nameOf } from '../sky.tsx'
import { answerInWords } from './invitations.tsx'
import { sectionOf } from './only.ts'
import { WhatItMeans } from './what-it-means.tsx'

export const answerPage = form('/invitations/:invitation', answerInvitation, {
  input: ({ params }, { answer, from, reason, spokenTo }) => ({ ...params, answer, from, reason, spokenTo }),
  show: async (visit, state) => {
    const asked = await visit.look(theInvitation, visit.params)
    const whose = asked.own ? 'your home' : nameOf({ name: asked.householdName })
    return {
      title: asked.own ? `Join ${asked.constellationName}?` : `Invitation of ${whose}`,
      section: sectionOf(await visit.actor()),
      back: { href: asked.own ? '/constellations' : `/constellations/${asked.constellation}` },
      body: (
        <>
          <WhatItMeans asked={asked} whose={whose} />
          {!asked.open && <p>Answer: {answerInWords(asked)}</p>}
          {asked.open && asked.can.answer && <Answer state={state} own={asked.own} />}
          {asked.open && asked.can.withdraw && (
            <p>
              <a href={`/invitations/${asked.invitation}/withdraw`}>Take this invitation back</a>
            </p>
          )}
        </>
      ),
    }
  },
  done: ({ constellation, invitation }, _visit, { answer }) =>
    answer === 'yes' ? `/constellations/${constellation}` : `/invitations/${invitation}`,
})

function Answer({ state, own }: { state: FormState; own: boolean }) {
  const { typed } = state
  return (
    <form method="post">
      {!own && (
        <Input
          name="spokenTo"
          label="Who gave you the answer?"
          hint="The home answers for itself. Write down which carer said it, and how: “Sam Carer, by phone”"
          value={words(typed.spokenTo)}
          error={errorFor(state, 'spokenTo')}
        />
      )}
      <Radios
        name="answer"
        legend={own ? 'Does your home want to join?' : 'What did they say?'}
        items={[
          {
            value: 'yes',
            text: 'Yes',
            conditional: (
              <DateInput
                name="from"
                legend="From when?"
                hint="Leave empty for today"
                values={dateValues(state, 'from')}
                error={errorFor(state, 'from')}
              />
            ),
          },
          {
            value: 'no',
            text: 'No',
            conditional: (
              <Textarea
                name="reason"
                label="Why not? You can leave this out"
                rows={3}
                value={words(typed.reason)}
                error={errorFor(state, 'reason')}
              />
            ),
          },
        ]}
        value={words(typed.answer)}
        error={errorFor(state, 'answer')}
      />
      <Button>Send the answer</Button>
    </form>
  )
}
