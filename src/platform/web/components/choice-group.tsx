import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import type { Size } from './label.tsx'

/** What radios, checkboxes and dates take as a question. */
export type ChoiceGroupProps = {
  legend?: Child
  legendSize?: Size | undefined
  legendClasses?: string | undefined
  /** The legend is the page's one question, and so its heading. */
  heading?: boolean | undefined
  hint?: Child
  error?: Child
  describedBy?: string | undefined
  fieldsetClasses?: string | undefined
  groupClasses?: string | undefined
}

/** The ids that describe a group, in reading order. */
export function describedBy(id: string, { describedBy, hint, error }: ChoiceGroupProps): string {
  return classList(describedBy, hint ? `${id}-hint` : '', error ? `${id}-error` : '')
}

/** A question with several controls: a fieldset when it has a legend, with hint and error inside it. */
export function ChoiceGroup(props: ChoiceGroupProps & { id: string; role?: string; children?: Child }) {
  const { id, legend, hint, error, groupClasses, children } = props
  const inner = (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </>
  )
  return (
    <div class={classList('govuk-form-group', error ? 'govuk-form-group--error' : '', groupClasses)}>
      {legend ? (
        <Fieldset
          legend={legend}
          legendSize={props.legendSize}
          legendClasses={props.legendClasses}
          heading={props.heading}
          describedBy={describedBy(id, props)}
          role={props.role}
          classes={props.fieldsetClasses}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}
