import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import type { Size } from './label.tsx'

export type FieldsetProps = {
  legend?: Child
  legendSize?: Size | undefined
  legendClasses?: string | undefined
  /** The legend is the page's one question, and so its heading. */
  heading?: boolean | undefined
  describedBy?: string | undefined
  role?: string | undefined
  classes?: string | undefined
  children?: Child
}

/** Fields that answer one question together. */
export function Fieldset(props: FieldsetProps) {
  const { legend, legendSize, legendClasses, heading, describedBy, role, classes, children } = props
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`
  return (
    <fieldset
      class={classList('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy || undefined}
    >
      {legend && (
        <legend class={classList('govuk-fieldset__legend', size, legendClasses)}>
          {heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
