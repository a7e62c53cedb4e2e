import type { Child } from 'hono/jsx'
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'
import { classList } from './class-list.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export type RadioItem =
  | {
      value: string
      text: Child
      hint?: Child
      /** Asked only of people who choose this item. */
      conditional?: Child
      checked?: boolean | undefined
      disabled?: boolean | undefined
      id?: string | undefined
      labelClasses?: string | undefined
    }
  | { divider: string }

export type RadiosProps = ChoiceGroupProps & {
  name: string
  /** Defaults to the name; the first radio has it as its id, so the error summary can link to it. */
  id?: string | undefined
  items: RadioItem[]
  value?: string | undefined
  inline?: boolean | undefined
  small?: boolean | undefined
  classes?: string | undefined
}

/** Choose one of a few. */
export function Radios(props: RadiosProps) {
  const { name, items, value, inline, small, classes } = props
  const id = props.id ?? name
  const names = classList(
    'govuk-radios',
    inline && 'govuk-radios--inline',
    small && 'govuk-radios--small',
    classes,
  )
  return (
    <ChoiceGroup {...props} id={id}>
      <div class={names} data-module="govuk-radios">
        {items.map((item, index) => (
          <Item item={item} name={name} value={value} id={index ? `${id}-${index + 1}` : id} />
        ))}
      </div>
    </ChoiceGroup>
  )
}

type ItemProps = { item: RadioItem; name: string; value: string | undefined; id: string }

function Item({ item, name, value, ...position }: ItemProps) {
  if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
  const id = item.id ?? position.id
  const checked = item.checked ?? (Boolean(value) && item.value === value)
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={item.hint ? `${id}-item-hint` : undefined}
        />
        <Label for={id} classes={classList('govuk-radios__label', item.labelClasses)}>
          {item.text}
        </Label>
        {item.hint && (
          <Hint id={`${id}-item-hint`} classes="govuk-radios__hint">
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classList('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
