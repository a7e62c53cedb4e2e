import { may } from '../../access/policy.ts'
import { letterOf } from '../../constellations/sky.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Finding } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { type Typed, words } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { count, list } from '../../values/words.ts'
import { freezePlan } from '../freeze-plan.ts'
import { planFreezing } from '../lists.ts'
import { only, typedOr } from './parts.tsx'

const fieldOf = (hub: string) => `names.${hub}`

export const freezePage = form('/plans/:plan/freeze', freezePlan, {
  input: ({ params }, typed) => ({ ...params, names: namesIn(typed) }),
  show: async (visit, state) => {
    only(may.makePlan(await visit.actor()))
    const shown = await visit.look(planFreezing, visit.params)
    const stops = (state.detail.stops as string[] | undefined) ?? shown.stops
    return {
      title: `Freeze ${shown.name}`,
      section: 'Plans',
      back: { href: `/plans/${shown.plan}` },
      body:
        stops.length > 0 ? (
          <>
            <Finding kind="stop" heading="This plan cannot be frozen as it stands">
              <ul class="finding__list">
                {stops.map((says) => (
                  <li>{says}</li>
                ))}
              </ul>
            </Finding>
            <Button
              href={shown.state === 'frozen' ? `/plans/${shown.plan}` : `/plans/new?from=${shown.plan}`}
            >
              {shown.state === 'frozen' ? 'See its constellations' : 'Plan again from today'}
            </Button>
          </>
        ) : (
          <WhatHappens constellations={shown.constellations} notes={shown.notes} state={state} />
        ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})

const namesIn = (typed: Typed) =>
  Object.keys(typed)
    .filter((field) => field.startsWith('names.'))
    .map((field) => ({ hub: field.slice('names.'.length), name: words(typed[field]) }))

type Props = {
  constellations: readonly {
    name: string
    hub: { household: string; name: string }
    satellites: readonly { name: string }[]
  }[]
  /** What to know of them before. */
  notes: readonly string[]
  state: FormState
}

function WhatHappens({ constellations, notes, state }: Props) {
  const homes = constellations.reduce((sum, { satellites }) => sum + satellites.length + 1, 0)
  return (
    <form method="post">
      <p class="lead">
        {count(constellations.length, 'constellation')} will be formed, and {count(homes, 'home')} invited.
      </p>
      <ul>
        <li>Each home is told, reads what it would mean, and says yes or no for itself.</li>
        <li>
          Each constellation has a launch checklist: a liaison worker, the hub, the satellites who said yes.
        </li>
        <li>The plan stays as it is, with links to its constellations.</li>
      </ul>
      {notes.length > 0 && (
        <Finding kind="know" heading="Not the model’s number of satellites">
          <ul class="finding__list">
            {notes.map((says) => (
              <li>{says}</li>
            ))}
          </ul>
        </Finding>
      )}
      {constellations.map(({ name, hub, satellites }, at) => (
        <section>
          <h2>
            {letterOf(at)}. Around {hub.name}
          </h2>
          <Input
            name={fieldOf(hub.household)}
            label="Name of the constellation"
            value={typedOr(state, fieldOf(hub.household), name)}
            error={errorFor(state, fieldOf(hub.household)) ?? errorFor(state, `names.${at}.name`)}
          />
          <p>
            {hub.name} is invited as the hub; {list(satellites.map(({ name }) => name))} as satellites.
          </p>
        </section>
      ))}
      <Button kind="go">Freeze, and invite {count(homes, 'home')}</Button>
    </form>
  )
}
