import { ErrorMessage } from '../../platform/web/components/error-message.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import type { Choices } from '../choices.ts'
import { pairRows } from './new-input.ts'

type Props = { homes: Choices['homes']; state: FormState }

/** Rows of a home, with or never with, and a hub. */
export function Pairs({ homes, state }: Props) {
  const error = errorFor(state, 'locks') ?? errorFor(state, 'bans')
  const items = [
    { value: '', text: 'Choose' },
    ...homes.map(({ household, name }) => ({ value: household, text: name })),
  ]
  return (
    <div id="locks">
      {error && <ErrorMessage id="bans">{error}</ErrorMessage>}
      {pairRows(state.typed).map((row) => (
        <div class="plan-pair">
          <Select
            name={`pairHome-${row}`}
            label={<>Home{row > 1 && <span class="govuk-visually-hidden"> {row}</span>}</>}
            items={items}
            value={words(state.typed[`pairHome-${row}`])}
          />
          <Select
            name={`pairHow-${row}`}
            label={<>Is{row > 1 && <span class="govuk-visually-hidden"> {row}</span>}</>}
            items={[
              { value: 'with', text: 'with the hub' },
              { value: 'never', text: 'never with the hub' },
            ]}
            value={words(state.typed[`pairHow-${row}`]) || 'with'}
          />
          <Select
            name={`pairHub-${row}`}
            label={<>Hub{row > 1 && <span class="govuk-visually-hidden"> {row}</span>}</>}
            items={items}
            value={words(state.typed[`pairHub-${row}`])}
          />
        </div>
      ))}
    </div>
  )
}
