import { type CareCard, careCard } from '../../children/care-card.ts'
import { choices } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { type Typed, words } from '../../platform/web/read-form.ts'
import { type FormState, form, type Visit } from '../../platform/web/visit.ts'
import type { StayShown } from '../../sleepovers/store-lists.ts'
import { recordMedicine } from '../record-medicine.ts'
import { OUTCOME } from '../words.ts'
import { logForm, logPath, mayWrite, When, withStay } from './parts.tsx'

/** The choice that is not on the card; its name is typed beside it. */
const OTHER = 'other'

export const medicinePage = form('/sleepovers/:stay/log/medicine', recordMedicine, {
  input: (visit, typed) => {
    const chosen = words(typed.medicine)
    const medicine = chosen === OTHER || chosen === '' ? words(typed.otherMedicine) : chosen
    return withStay(visit, { ...typed, child: typed.child ?? visit.query.child, medicine })
  },
  show: (visit, state) =>
    logForm(visit, {
      title: 'Medicine',
      can: mayWrite,
      body: (stay) => medicineBody(visit, state, stay),
    }),
  done: (_result, visit) => logPath(visit),
})

/** First whose medicine it is, then that child's card: what is given to one is not to be seen beside another's. */
async function medicineBody(visit: Visit, state: FormState, stay: StayShown) {
  const asked = words(state.typed.child) || words(visit.query.child)
  const [first, ...others] = stay.children
  const child = others.length === 0 ? first : stay.children.find((one) => one.child === asked)
  if (!child) return <WhoseMedicine visit={visit} stay={stay} />
  const shown = await visit.look(careCard, { child: child.child })
  const actor = await visit.actor()
  return (
    <MedicineForm
      visit={visit}
      state={state}
      child={child}
      shown={shown}
      by={actor.kind === 'carer' ? actor.name : ''}
      among={others.length > 0}
    />
  )
}

function WhoseMedicine({ visit, stay }: { visit: Visit; stay: StayShown }) {
  return (
    <>
      <h2>Whose medicine is it?</h2>
      <ul class="plain" id="child">
        {stay.children.map(({ child, name }) => (
          <li>
            <Button kind="secondary" href={`${logPath(visit)}/medicine?child=${child}`}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

type FormProps = {
  visit: Visit
  state: FormState
  child: StayShown['children'][number]
  shown: CareCard
  by: string
  among: boolean
}

function MedicineForm({ visit, state, child, shown, by, among }: FormProps) {
  const first = state.errors.length === 0
  const again = errorFor(state, 'again')
  return (
    <form method="post" novalidate>
      <input type="hidden" name="child" value={child.child} />
      <h2>For {child.name}</h2>
      {among && (
        <p class="no-print">
          <a href={`${logPath(visit)}/medicine`}>It is for another child</a>
        </p>
      )}
      <WhichMedicine state={state} medicines={shown.card?.medication ?? []} name={child.name} />
      <Input
        name="dose"
        label="How much?"
        hint="Leave empty where it is as the card says"
        width={10}
        value={words(state.typed.dose)}
        error={errorFor(state, 'dose')}
      />
      <Radios
        name="outcome"
        legend="Was it given?"
        items={choices({
          ...OUTCOME,
          refused: `${child.name} refused it`,
          not_given: 'Not given, for another reason',
        })}
        value={words(state.typed.outcome)}
        error={errorFor(state, 'outcome')}
      />
      <Textarea
        name="note"
        label="What is there to know?"
        hint="Where it was not given: why not, and what you did"
        rows={3}
        value={words(state.typed.note)}
        error={errorFor(state, 'note')}
      />
      <When visit={visit} state={state} time="At what time?" day="Which day?" />
      <Input
        name="byWhom"
        label="Who gave it, or offered it?"
        value={first ? by : words(state.typed.byWhom)}
        error={errorFor(state, 'byWhom')}
      />
      {again && (
        <Checkboxes
          name="again"
          legend="Is this a second dose?"
          items={[{ value: 'yes', text: 'Yes, this was a second dose' }]}
          error={again}
        />
      )}
      <Button kind="go">Save</Button>
    </form>
  )
}

type Medicines = NonNullable<CareCard['card']>['medication']

function WhichMedicine({ state, medicines, name }: { state: FormState; medicines: Medicines; name: string }) {
  const typed = chosenIn(state.typed, medicines)
  const other = (label: string) => (
    <Input
      name="otherMedicine"
      label={label}
      value={typed.other}
      error={medicines.length === 0 && errorFor(state, 'medicine')}
      id={medicines.length === 0 ? 'medicine' : 'otherMedicine'}
    />
  )
  if (medicines.length === 0)
    return (
      <>
        <p>There is no medicine on {name}’s care card.</p>
        {other('Which medicine?')}
      </>
    )
  return (
    <Radios
      name="medicine"
      legend={`Which medicine on ${name}’s card?`}
      items={[
        ...medicines.map((one) => ({
          value: one.name,
          text: `${one.name}, ${one.dose}`,
          hint: [one.asNeeded ? 'as needed' : '', one.times, one.how].filter(Boolean).join(', '),
        })),
        { value: OTHER, text: 'Something else', conditional: other('What is it called?') },
      ]}
      value={typed.chosen}
      error={errorFor(state, 'medicine')}
    />
  )
}

/** What was chosen, and what was typed beside it. */
function chosenIn(typed: Typed, medicines: Medicines): { chosen: string; other: string } {
  const other = words(typed.otherMedicine)
  const chosen = words(typed.medicine)
  const onCard = medicines.some(({ name }) => name === chosen)
  return { chosen: onCard ? chosen : other || chosen ? OTHER : '', other }
}
