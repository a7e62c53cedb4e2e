import { classList } from './class-list.ts'
import { Field, type FieldProps } from './field.tsx'

export type SelectItem = {
  text: string
  /** Without one the browser sends the text. */
  value?: string | number | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
}

export type SelectProps = FieldProps & { items: SelectItem[]; value?: string | number | undefined }

/** One choice from a list too long for radios. */
export function Select(props: SelectProps) {
  const { items, value } = props
  const chosen = (item: SelectItem) =>
    item.selected ??
    (value !== undefined && value !== '' && String(item.value ?? item.text) === String(value))
  return (
    <Field
      {...props}
      control={(id, describedBy) => (
        <select
          class={classList('govuk-select', props.classes, props.error ? 'govuk-select--error' : '')}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          {items.map((item) => (
            <option value={item.value} selected={chosen(item)} disabled={item.disabled}>
              {item.text}
            </option>
          ))}
        </select>
      )}
    />
  )
}
