import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Finding } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all, words } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { count, longDay } from '../../values/words.ts'
import { type Choices, planChoices } from '../choices.ts'
import { makePlan } from '../make-plan.ts'
import { As, againFrom, planBefore } from './new-again.tsx'
import { More } from './new-details.tsx'
import { Hubs } from './new-hubs.tsx'
import { planInput } from './new-input.ts'
import { FromTo, only, typedOr } from './parts.tsx'

export const newPage = form('/plans/new', makePlan, {
  input: (_visit, typed) => planInput(typed),
  show: async (visit, sent) => {
    only(may.makePlan(await visit.actor()))
    const choices = await visit.look(planChoices)
    const before = sent.typed.constellations === undefined ? await planBefore(visit) : null
    const state = before ? againFrom(before, choices, sent) : sent
    const planned = choices.homes.filter(({ aside }) => aside === null)
    return {
      title: 'Plan constellations',
      section: 'Plans',
      back: { href: '/plans' },
      body: (
        <form method="post" novalidate class="plan-form">
          <p class="lead">
            From {count(planned.length, 'home')} that can be planned on {longDay(choices.on)}. Nobody is asked
            anything until you freeze a plan.
          </p>
          {before && <As plan={before} />}
          <Clashes state={state} />
          <Task choices={choices} state={state} />
          <Who choices={choices} state={state} />
          <Hubs choices={choices} state={state} />
          <More choices={choices} state={state} />
          <Button kind="go">Find the best plan</Button>
        </form>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})

type Props = { choices: Choices; state: FormState }

/** Every reason why there can be no plan, beside the question that is asked first. */
function Clashes({ state }: { state: FormState }) {
  const clashes = state.errors.filter(({ field }) => field === 'constellations')
  if (clashes.length < 2) return null
  return (
    <Finding kind="stop" heading="No plan can keep all of this">
      <ul class="finding__list">
        {clashes.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
    </Finding>
  )
}

function Task({ choices: { suggested, usual }, state }: Props) {
  return (
    <>
      <Input
        name="constellations"
        label="How many constellations?"
        labelSize="m"
        width={3}
        inputmode="numeric"
        value={typedOr(state, 'constellations', suggested)}
        error={errorFor(state, 'constellations')}
      />
      <FromTo
        state={state}
        legend="Satellites around each hub"
        least={{ name: 'satellitesLeast', usual: usual.satellites.least }}
        most={{ name: 'satellitesMost', usual: usual.satellites.most }}
      />
      <FromTo
        state={state}
        legend="Looked-after children in each"
        least={{ name: 'childrenLeast', usual: usual.children.least }}
        most={{ name: 'childrenMost', usual: usual.children.most }}
      />
    </>
  )
}

function Who({ choices: { homes }, state }: Props) {
  const planned = homes.filter(({ aside }) => aside === null)
  const others = homes.filter(({ aside }) => aside !== null)
  return (
    <>
      <Radios
        name="who"
        legend="Which homes?"
        legendSize="m"
        value={words(state.typed.who) || 'all'}
        error={errorFor(state, 'households')}
        items={[
          { value: 'all', text: `All ${count(planned.length, 'home')}` },
          {
            value: 'some',
            text: 'Only some of them',
            conditional: (
              <Checkboxes
                name="households"
                legend="Choose the homes"
                classes="plan-homes"
                small
                values={all(state.typed.households)}
                items={planned.map(({ household, name }) => ({ value: household, text: name }))}
              />
            ),
          },
        ]}
      />
      {others.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {count(others.length, 'home')} not planned, and why
            </span>
          </summary>
          <ul class="govuk-details__text">
            {others.map(({ name, aside }) => (
              <li>
                {name} {aside}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
