import { Details } from '../../platform/web/components/details.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import { count, list } from '../../values/words.ts'
import type { Choices } from '../choices.ts'

type Home = Choices['homes'][number]

/** Who may be a hub by the records, and a person's word against them, each with a reason. */
export function Hubs({ choices: { homes }, state }: { choices: Choices; state: FormState }) {
  const planned = homes.filter(({ aside }) => aside === null)
  const may = planned.filter(({ mayBeHub }) => mayBeHub)
  const others = planned.filter(({ mayBeHub }) => !mayBeHub)
  const touched = others.some(({ household }) => words(state.typed[`hub-${household}`]) !== '')
  return (
    <>
      <h2>Possible hubs: {may.length}</h2>
      <p>
        Two spare beds, approved, an adult at home full time, checks in date, and willing. You can strike one
        or add one, with a reason.
      </p>
      {may.length > 0 && (
        <HubTable caption={`${count(may.length, 'home')} may be a hub`} homes={may} state={state} />
      )}
      {others.length > 0 && (
        <Details summary={`${count(others.length, 'home')} may not, and why`} open={touched}>
          <HubTable caption="Homes that may not be a hub" homes={others} state={state} />
        </Details>
      )}
    </>
  )
}

const sentence = (reasons: readonly string[]) => {
  const says = list(reasons)
  return `${says[0]?.toUpperCase() ?? ''}${says.slice(1)}`
}

type TableProps = { caption: string; homes: readonly Home[]; state: FormState }

function HubTable({ caption, homes, state }: TableProps) {
  return (
    <Table
      scroll
      caption={caption}
      captionSize="s"
      classes="plan-hubs"
      rowHeaders
      head={['Home', ...(homes[0]?.mayBeHub ? ['Beds'] : ['Why not']), 'You say', 'Because']}
      rows={homes.map((home) => [
        { text: home.name },
        { text: home.mayBeHub ? count(home.spareBeds, 'spare bed') : sentence(home.because) },
        { text: <Word home={home} state={state} /> },
        { text: <Why home={home} state={state} /> },
      ])}
    />
  )
}

function Word({ home: { household, name, mayBeHub }, state }: { home: Home; state: FormState }) {
  const field = `hub-${household}`
  const chosen = words(state.typed[field])
  const choices = mayBeHub
    ? [
        ['', 'May be a hub'],
        ['settled', 'Is a hub: settled'],
        ['strike', 'Not a hub'],
      ]
    : [
        ['', 'Not a hub'],
        ['add', 'May be a hub'],
      ]
  return (
    <>
      <label class="plan-hubs__label" for={field}>
        {name}, you say
      </label>
      <select class="govuk-select" id={field} name={field}>
        {choices.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </>
  )
}

function Why({ home: { household, name }, state }: { home: Home; state: FormState }) {
  const field = `why-${household}`
  const error = errorFor(state, field)
  return (
    <>
      {error && (
        <p id={`${field}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      <label class="plan-hubs__label" for={field}>
        {name}, because
      </label>
      <input
        class={`govuk-input${error ? ' govuk-input--error' : ''}`}
        id={field}
        name={field}
        value={words(state.typed[field])}
        aria-describedby={error ? `${field}-error` : undefined}
      />
    </>
  )
}
