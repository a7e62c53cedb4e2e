import { Button } from '../../platform/web/components/button.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayAndTime } from '../../values/words.ts'
import { answerByPhone } from '../answer-by-phone.ts'
import { confirmEmergency } from '../confirm-emergency.ts'
import type { Finding } from '../facts.ts'
import { childrenToAskFor, sleepover } from '../lists.ts'
import { heldStay } from '../whom-to-ring.ts'
import { CardsAtHand, cardsOf } from './cards-at-hand.tsx'
import { stepsIn, stepUrl, tel } from './emergency-steps.ts'
import { shown } from './findings.ts'

const section = 'Sleepovers'
const pathOf = (visit: Visit) => `/sleepovers/${visit.params.stay}`

/** A bed is held: whom to ring, and what they said. */
async function heldView(visit: Visit, state: FormState): Promise<View> {
  const held = await visit.look(heldStay, { stay: visit.params.stay })
  const seen = await visit.look(childrenToAskFor, { children: held.children })
  const children = seen.map(({ id }) => id).filter((id) => held.children.includes(id))
  const cards = await cardsOf(visit, children)
  const findings = (state.detail.findings ?? []) as Finding[]
  const waits = held.status === 'requested'
  return {
    title: waits ? `Held for you. Ring ${held.name} now` : `${held.name} has answered`,
    section,
    back: { href: pathOf(visit), text: 'The whole stay' },
    body: (
      <>
        {waits ? (
          <>
            {held.phone ? (
              <Button kind="go" href={tel(held.phone)}>
                Ring {held.phone}
              </Button>
            ) : (
              <p>No number is on record. They have been sent a message.</p>
            )}
            <Findings findings={findings.map((finding) => shown(finding))} />
            <Answers held={held} state={state} />
          </>
        ) : (
          <p>
            <a href={pathOf(visit)}>See how the stay stands</a>
          </p>
        )}
        <p>From now until {dayAndTime(held.to)}.</p>
        <CardsAtHand cards={cards} now={visit.now} />
      </>
    ),
  }
}

type Held = { name: string; children: string[]; why: string; carers: { person: string; name: string }[] }

function Answers({ held: { carers, children, why }, state }: { held: Held; state: FormState }) {
  const [first] = carers
  return (
    <form method="post" novalidate>
      {children.map((child) => (
        <input type="hidden" name="children" value={child} />
      ))}
      <input type="hidden" name="happened" value={why} />
      {carers.length > 1 ? (
        <Radios
          name="saidBy"
          legend="Who did you speak to?"
          inline
          value={words(state.typed.saidBy) || first?.person}
          error={errorFor(state, 'saidBy')}
          items={carers.map(({ person, name }) => ({ value: person, text: name }))}
        />
      ) : (
        first && <input type="hidden" name="saidBy" value={first.person} />
      )}
      <Button name="answer" value="yes">
        They said yes
      </Button>
      <div class="buttons">
        <Button kind="secondary" name="answer" value="declined">
          They said no
        </Button>
        <Button kind="secondary" name="answer" value="no_answer">
          No answer
        </Button>
      </div>
    </form>
  )
}

async function confirmView(visit: Visit, state: FormState): Promise<View> {
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  return {
    title: 'Confirm this emergency',
    section,
    back: { href: pathOf(visit) },
    body: (
      <>
        <p>
          At {stay.hostName ?? 'another home'}, {dayAndTime(stay.from)} to {dayAndTime(stay.to)}. What was
          allowed by voice then holds to the end of the stay.
        </p>
        <form method="post" novalidate>
          <Textarea
            name="note"
            label="What did you look at, and what did you decide?"
            hint="Your name is kept with it. Both homes are told."
            rows={4}
            value={words(state.typed.note)}
            error={errorFor(state, 'note')}
          />
          <Button>Confirm</Button>
        </form>
        {!stay.returnedAt && (
          <p>
            To end it instead,{' '}
            {stay.arrivedAt ? (
              <a href={`${pathOf(visit)}/return`}>record when they went home</a>
            ) : (
              <a href={`${pathOf(visit)}/cancel`}>cancel it</a>
            )}
            .
          </p>
        )}
      </>
    ),
  }
}

/** After a bed is held: the answer on the phone, and the next morning. */
export const emergencyHeldPages = [
  form('/sleepovers/:stay/held', answerByPhone, {
    input: (visit, typed) => ({ ...typed, stay: visit.params.stay }),
    show: heldView,
    done: ({ stay }, _visit, typed) =>
      words(typed.answer) === 'yes' ? `/sleepovers/${stay}` : stepUrl('/homes', stepsIn(typed)),
  }),
  form('/sleepovers/:stay/confirm', confirmEmergency, {
    input: (visit, typed) => ({ ...typed, stay: visit.params.stay }),
    show: confirmView,
    done: ({ stay }) => `/sleepovers/${stay}`,
  }),
]
