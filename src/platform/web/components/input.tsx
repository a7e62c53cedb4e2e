import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import { Field, type FieldProps } from './field.tsx'

export type InputProps = FieldProps & {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'time' | 'search' | 'number' | 'url' | undefined
  /** How many characters the answer is expected to take. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  prefix?: Child
  suffix?: Child
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined
  autocomplete?: string | undefined
  autocapitalize?: 'off' | 'on' | 'none' | 'sentences' | 'words' | 'characters' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
}

/** One line of text. */
export function Input(props: InputProps) {
  const { prefix, suffix, error, width } = props
  const control = (id: string, describedBy: string | undefined) => {
    const input = (
      <input
        class={classList(
          'govuk-input',
          width && `govuk-input--width-${width}`,
          props.classes,
          error ? 'govuk-input--error' : '',
        )}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        spellcheck={props.spellcheck}
        value={props.value}
        disabled={props.disabled}
        aria-describedby={describedBy}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocapitalize}
        pattern={props.pattern}
        inputmode={props.inputmode}
        {...props.attributes}
      />
    )
    if (!prefix && !suffix) return input
    return (
      <div class="govuk-input__wrapper">
        {prefix && <Affix kind="prefix">{prefix}</Affix>}
        {input}
        {suffix && <Affix kind="suffix">{suffix}</Affix>}
      </div>
    )
  }
  return <Field {...props} control={control} />
}

function Affix({ kind, children }: { kind: 'prefix' | 'suffix'; children?: Child }) {
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  )
}
