import { classList } from './class-list.ts'
import { Field, type FieldProps } from './field.tsx'

export type TextareaProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
}

/** More than one line of text. */
export function Textarea(props: TextareaProps) {
  return (
    <Field
      {...props}
      control={(id, describedBy) => (
        <textarea
          class={classList('govuk-textarea', props.classes, props.error ? 'govuk-textarea--error' : '')}
          id={id}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete}
          {...props.attributes}
        >
          {props.value}
        </textarea>
      )}
    />
  )
}
