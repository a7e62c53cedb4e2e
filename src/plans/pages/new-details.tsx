import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all, words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import type { Choices } from '../choices.ts'
import { pairRows } from './new-input.ts'
import { Pairs } from './new-pairs.tsx'
import { typedOr } from './parts.tsx'

type Props = { choices: Choices; state: FormState }

/** What only some plans need, folded away: each opens by itself where something in it is wrong or was typed. */
export function More({ choices, state }: Props) {
  const planned = choices.homes.filter(({ aside }) => aside === null)
  const wrong = (...fields: string[]) => fields.some((field) => errorFor(state, field) !== undefined)
  const typed = (...fields: string[]) => fields.some((field) => words(state.typed[field]) !== '')
  const paired = typed(...pairRows(state.typed).map((row) => `pairHome-${row}`))
  return (
    <>
      <h2>If you need more</h2>
      <Details
        summary="Homes that must be in"
        open={wrong('mustBeIn') || all(state.typed.mustBeIn).length > 0}
      >
        <Checkboxes
          name="mustBeIn"
          legend="These may not be left out"
          classes="plan-homes"
          small
          error={errorFor(state, 'mustBeIn')}
          values={all(state.typed.mustBeIn)}
          items={planned.map(({ household, name }) => ({ value: household, text: name }))}
        />
      </Details>
      <Details summary="This home with that hub, or never" open={paired || wrong('locks', 'bans')}>
        <Pairs homes={planned} state={state} />
      </Details>
      <Details
        summary="What wishes weigh"
        open={
          typed('upTo') || wrong('upTo', 'hubKm', 'siblings', 'siblingsKm', ...PRICES.map(({ name }) => name))
        }
      >
        <Prices choices={choices} state={state} />
      </Details>
      <Details
        summary="Roads and water"
        open={typed('barriers', 'journeys') || wrong('detour', 'barriers', 'journeys')}
      >
        <Ways choices={choices} state={state} />
      </Details>
      <Details summary="Name and repeat" open={wrong('name', 'seed')}>
        <Input
          name="name"
          label="Name of the plan"
          hint="Left empty, it is named after its number and day"
          value={words(state.typed.name)}
          error={errorFor(state, 'name')}
        />
        <Input
          name="seed"
          label="Seed"
          hint="The same homes, settings and seed give the same plan"
          width={10}
          inputmode="numeric"
          value={typedOr(state, 'seed', choices.usual.seed)}
          error={errorFor(state, 'seed')}
        />
      </Details>
    </>
  )
}

const PRICES = [
  { name: 'leaveOutYesKm', label: 'Leaving out a home that said yes' },
  { name: 'leaveOutUnsureKm', label: 'Leaving out a home that is not sure' },
  { name: 'friendshipKm', label: 'Parting two homes that are friends' },
  { name: 'tieKm', label: 'Parting homes whose children have stayed with each other' },
  { name: 'mixKm', label: 'Each age band without a child, and each child cared for alone beyond three' },
] as const

function Prices({ choices: { usual }, state }: Props) {
  const values = {
    leaveOutYesKm: usual.leaveOutKm.yes,
    leaveOutUnsureKm: usual.leaveOutKm.unsure,
    friendshipKm: usual.friendshipKm,
    tieKm: usual.tieKm,
    mixKm: usual.mixKm,
  }
  const price = (name: string, label: string, value: string | number) => (
    <Input
      name={name}
      label={label}
      width={4}
      inputmode="decimal"
      suffix="km"
      value={typedOr(state, name, value)}
      error={errorFor(state, name)}
    />
  )
  const siblings = words(state.typed.siblings) || 'always'
  return (
    <>
      <p>Each in kilometres, so that it can be weighed against the journeys.</p>
      <Radios
        name="siblings"
        legend="Brothers and sisters in different homes"
        value={siblings}
        error={errorFor(state, 'siblings')}
        items={[
          { value: 'always', text: 'Always in one constellation' },
          {
            value: 'price',
            text: 'Together unless it costs more than',
            conditional: price('siblingsKm', 'Parting brothers and sisters', 20),
          },
        ]}
      />
      {PRICES.map(({ name, label }) => price(name, label, values[name]))}
      <Input
        name="upTo"
        label="Up to how many constellations"
        hint="Left empty: exactly the number above"
        width={3}
        inputmode="numeric"
        value={words(state.typed.upTo)}
        error={errorFor(state, 'upTo')}
      />
      {price('hubKm', 'One more constellation', words(state.typed.hubKm))}
    </>
  )
}

function Ways({ choices: { usual }, state }: Props) {
  return (
    <>
      <Input
        name="detour"
        label="The road against the straight line"
        hint="1.3 means that a road is three tenths longer than the straight line"
        width={4}
        inputmode="decimal"
        value={typedOr(state, 'detour', usual.detour)}
        error={errorFor(state, 'detour')}
      />
      <Textarea
        name="barriers"
        label="Barriers: an estuary, a railway"
        hint="One to a line: a name, a colon, then places as latitude and longitude. After a semicolon, how many kilometres the way round takes; without, nobody crosses it. For example, The harbour: 50.79 -1.11, 50.84 -1.10; 8"
        rows={3}
        value={words(state.typed.barriers)}
        error={errorFor(state, 'barriers')}
      />
      <Textarea
        name="journeys"
        label="Journeys you have measured"
        hint="In place of the straight line: a line for each journey under the heading from,to,metres (or from,to,km), the homes by their reference. Where there is none, write no way as its length; a journey given once counts both ways"
        rows={3}
        value={words(state.typed.journeys)}
        error={errorFor(state, 'journeys')}
      />
    </>
  )
}
