import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type Size } from './label.tsx'

/** What every single-control question takes. */
export type FieldProps = {
  name: string
  /** Defaults to the name; the error summary links to it. */
  id?: string | undefined
  label: Child
  labelSize?: Size | undefined
  labelClasses?: string | undefined
  /** The label is the page's one question, and so its heading. */
  heading?: boolean | undefined
  hint?: Child
  error?: Child
  describedBy?: string | undefined
  disabled?: boolean | undefined
  attributes?: Record<string, string> | undefined
  classes?: string | undefined
  groupClasses?: string | undefined
}

type Props = FieldProps & { control: (id: string, describedBy: string | undefined) => Child }

/** Label, hint, error and control in the order and with the ids that screen readers need. */
export function Field(props: Props) {
  const { name, label, labelSize, labelClasses, heading, hint, error, describedBy, groupClasses } = props
  const id = props.id ?? name
  const described = classList(describedBy, hint ? `${id}-hint` : '', error ? `${id}-error` : '')
  return (
    <div class={classList('govuk-form-group', error ? 'govuk-form-group--error' : '', groupClasses)}>
      <Label for={id} size={labelSize} classes={labelClasses} heading={heading}>
        {label}
      </Label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {props.control(id, described || undefined)}
    </div>
  )
}
