import type { Child } from 'hono/jsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Fieldset } from '../../platform/web/components/fieldset.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { dateValues } from '../../platform/web/form-state.ts'
import type { FormState } from '../../platform/web/visit.ts'
import type { ListName, Row } from './card-rows.ts'

type RowProps = { row: Row; at: string; errors: FormState['errors'] }

type RowsProps = {
  list: ListName
  title: string
  one: string
  rows: Row[]
  state: FormState
  row: (props: RowProps) => Child
}

const FOLDED = 3

/** A list of the card: a row for each there is (an empty one where there is none), and room for more, folded away. */
export function Rows({ list, title, one, rows, state, row: Part }: RowsProps) {
  const open = Math.max(1, rows.length)
  const numbered = (index: number) => (
    <Fieldset legend={`${one} ${index + 1}`} legendSize="s">
      <Part row={rows[index] ?? {}} at={`${list}.${index}`} errors={state.errors} />
    </Fieldset>
  )
  const indexes = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)
  return (
    <section id={list}>
      <h2>{title}</h2>
      <p class="govuk-hint">Leave empty what is not needed. To take one away, empty its boxes.</p>
      {indexes(0, open).map(numbered)}
      <Details summary={`Room for ${FOLDED} more`}>{indexes(open, FOLDED).map(numbered)}</Details>
    </section>
  )
}

/** Name, value and error of one part of a row, under the name by which the action's sentence finds it. */
const part = ({ row, at, errors }: RowProps, name: string) => ({
  name: `${at}.${name}`,
  value: row[name] ?? '',
  error: errors.find(({ field }) => field === `${at}.${name}`)?.message,
})

export const AllergyRow = (props: RowProps) => (
  <>
    <Input {...part(props, 'what')} label="Allergic to" width={20} />
    <Radios
      {...part(props, 'severity')}
      legend="How bad?"
      inline
      small
      items={[
        { value: 'mild', text: 'Mild' },
        { value: 'severe', text: 'Severe' },
      ]}
    />
    <Checkboxes
      name={`${props.at}.pen`}
      values={[props.row.pen ?? '']}
      error={part(props, 'pen').error}
      small
      items={[{ value: 'yes', text: 'There is an adrenaline pen' }]}
    />
    <DateInput
      name={`${props.at}.penExpires`}
      legend="The pen expires"
      values={dateValues({ typed: props.row }, 'penExpires')}
      error={part(props, 'penExpires').error}
    />
  </>
)

export const MedicineRow = (props: RowProps) => (
  <>
    <Input {...part(props, 'name')} label="Medicine" width={20} />
    <Input {...part(props, 'dose')} label="How much" hint="Like 5 ml or 1 tablet" width={10} />
    <Input {...part(props, 'times')} label="At what times" hint="Like 08:00, 20:00" width={20} />
    <Checkboxes
      name={`${props.at}.asNeeded`}
      values={[props.row.asNeeded ?? '']}
      small
      items={[{ value: 'yes', text: 'Given as needed' }]}
    />
    <Input {...part(props, 'how')} label="How it is given" hint="Like with food" />
  </>
)

export const ContactRow = (props: RowProps) => (
  <>
    <Input {...part(props, 'name')} label="Name" width={20} />
    <Input {...part(props, 'relation')} label="Who they are" hint="Like grandmother or school" width={20} />
    <Input {...part(props, 'phone')} label="Phone" type="tel" width={20} />
  </>
)
