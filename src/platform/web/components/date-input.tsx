import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'
import { classList } from './class-list.ts'
import { Input } from './input.tsx'

export type DatePart = 'day' | 'month' | 'year'

export type DateInputProps = ChoiceGroupProps & {
  /** The fields are named `<name>-day`, `<name>-month` and `<name>-year`, which are their ids too. */
  name: string
  /** Another prefix for the field names than `name`; empty for bare `day`, `month`, `year`. */
  namePrefix?: string | undefined
  parts?: readonly DatePart[] | undefined
  values?: Partial<Record<DatePart, string | number>> | undefined
  labels?: Partial<Record<DatePart, string>> | undefined
  /** Which parts are wrong; all of them when there is an error and none is named. */
  errorParts?: readonly DatePart[] | undefined
  autocomplete?: 'bday' | undefined
  classes?: string | undefined
}

const every: readonly DatePart[] = ['day', 'month', 'year']
const words = { day: 'Day', month: 'Month', year: 'Year' }

/** A date people know by heart, typed as numbers; a calendar picker is slower and fails on old phones. */
export function DateInput(props: DateInputProps) {
  const { name, namePrefix = name, parts = every, values, labels, classes, autocomplete } = props
  const wrong = props.errorParts?.length ? props.errorParts : props.error ? every : []
  return (
    <ChoiceGroup {...props} id={name} role="group">
      <div class={classList('govuk-date-input', classes)} id={name}>
        {parts.map((part) => (
          <div class="govuk-date-input__item">
            <Input
              id={`${name}-${part}`}
              name={namePrefix ? `${namePrefix}-${part}` : part}
              label={labels?.[part] ?? words[part]}
              labelClasses="govuk-date-input__label"
              classes={classList('govuk-date-input__input', wrong.includes(part) && 'govuk-input--error')}
              width={part === 'year' ? 4 : 2}
              value={values?.[part]}
              inputmode="numeric"
              autocomplete={autocomplete && `${autocomplete}-${part}`}
            />
          </div>
        ))}
      </div>
    </ChoiceGroup>
  )
}
