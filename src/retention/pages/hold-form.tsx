import { NotFound } from '../../platform/refusals.ts'
import { answer, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { type FormState, form, page, type Route, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { liftLegalHold } from '../lift-legal-hold.ts'
import { legalHolds, recordsToHold } from '../lists.ts'
import { placeLegalHold } from '../place-legal-hold.ts'
import { ABOUT, ABOUT_CODES, type About } from '../words.ts'

export const section = 'Records'
const back = { href: '/records' }

const whatPage = page('/records/hold', async (visit) => {
  await visit.look(legalHolds)
  return {
    title: 'Whose record is to be held?',
    section,
    back,
    body: (
      <ul class="plain">
        {ABOUT_CODES.map((about) => (
          <li>
            <Button kind="secondary" href={`/records/hold/${about}`}>
              {ABOUT[about]}
            </Button>
          </li>
        ))}
      </ul>
    ),
  }
})

const QUESTION: Record<About, string> = {
  child: 'Which child?',
  household: 'Which home?',
  person: 'Which person?',
}

const placeForm = (about: About) =>
  form(`/records/hold/${about}`, placeLegalHold, {
    input: (_visit, typed) => ({ ...typed, about }),
    show: (visit, state) => place(visit, prefilled(state, { from: dayOf(visit.now) }), about),
    done: () => '/records',
  })

async function place(visit: Visit, state: FormState, about: About): Promise<View> {
  const { records } = await visit.look(recordsToHold, { about })
  return {
    title: `Hold a record: ${ABOUT[about].toLowerCase()}`,
    section,
    back: { href: '/records/hold' },
    body: (
      <form method="post" novalidate>
        <Select
          {...answer(state, 'record')}
          label={QUESTION[about]}
          items={[
            { value: '', text: 'Choose' },
            ...records.map(({ record, name }) => ({ value: record, text: name })),
          ]}
        />
        <Input
          {...answer(state, 'orderedBy')}
          label="Who asks for it?"
          hint="For example, a court, an inquiry, the police, a solicitor"
        />
        <Textarea {...answer(state, 'reason')} label="Why is it held?" rows={4} />
        <DayField state={state} name="from" legend="From which day?" />
        <Button>Hold the record</Button>
      </form>
    ),
  }
}

const liftForm = form('/records/holds/:hold/lift', liftLegalHold, {
  input: (visit, typed) => ({ ...typed, hold: visit.params.hold }),
  show: (visit, state) => lift(visit, prefilled(state, { from: dayOf(visit.now) })),
  done: () => '/records',
})

async function lift(visit: Visit, state: FormState): Promise<View> {
  const { holds } = await visit.look(legalHolds)
  const found = holds.find(({ hold, until }) => hold === visit.params.hold && until === null)
  if (!found) throw new NotFound()
  return {
    title: 'Lift a legal hold',
    section,
    back,
    body: (
      <form method="post" novalidate>
        <p>
          {ABOUT[found.about]}: {found.name}. Held since {longDay(found.from)}, asked for by {found.orderedBy}
          : {found.reason}
        </p>
        <p>The record is then kept as long as records of its kind are. What you write here stays with it.</p>
        <Textarea {...answer(state, 'reason')} label="Why is it lifted?" rows={4} />
        <DayField state={state} name="from" legend="From which day does it no longer hold?" />
        <Button>Lift the hold</Button>
      </form>
    ),
  }
}

export const holdForms: Route[] = [whatPage, ...ABOUT_CODES.map(placeForm), liftForm]
