import { Forbidden } from '../../platform/refusals.ts'
import { Fieldset } from '../../platform/web/components/fieldset.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'

/** Shows a form only to those who may send it; the action asks again when it is sent. */
export function only(allowed: boolean): void {
  if (!allowed) throw new Forbidden()
}

/** What was typed, or what is usual before anything was. */
export const typedOr = (state: FormState, field: string, usual: string | number): string =>
  state.typed[field] === undefined ? String(usual) : words(state.typed[field])

type End = { name: string; usual: number }

/** A smallest and a largest number, side by side. */
export function FromTo(props: { state: FormState; legend: string; least: End; most: End }) {
  const { state, legend, least, most } = props
  const end = ({ name, usual }: End, label: string) => (
    <Input
      name={name}
      label={label}
      width={3}
      inputmode="numeric"
      value={typedOr(state, name, usual)}
      error={errorFor(state, name)}
    />
  )
  return (
    <Fieldset legend={legend} legendSize="m">
      <div class="plan-range">
        {end(least, 'At least')}
        {end(most, 'At most')}
      </div>
    </Fieldset>
  )
}

/** `12.4 km`; metres below one. */
export const kmInWords = (km: number): string =>
  km < 1 && km > 0
    ? `${Math.round(km * 1000)}\u00a0m`
    : `${km.toLocaleString('en-GB', { maximumFractionDigits: 1 })}\u00a0km`

/** The same from metres of cost. */
export const metresInWords = (metres: number): string => kmInWords(metres / 1000)

/** What a change costs, in kilometres. */
export const moreInWords = (km: number): string =>
  km === 0 ? 'costs the same' : km > 0 ? `costs ${kmInWords(km)} more` : `saves ${kmInWords(-km)}`
