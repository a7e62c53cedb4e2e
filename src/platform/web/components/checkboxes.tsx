import type { Child } from 'hono/jsx'
import { ChoiceGroup, type ChoiceGroupProps, describedBy } from './choice-group.tsx'
import { classList } from './class-list.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export type CheckboxItem =
  | {
      value: string
      text: Child
      /** When the boxes are separate answers rather than one list. */
      name?: string | undefined
      hint?: Child
      /** Asked only of people who tick this item. */
      conditional?: Child
      checked?: boolean | undefined
      disabled?: boolean | undefined
      /** "None of these": means nothing else should be ticked. */
      exclusive?: boolean | undefined
      id?: string | undefined
      labelClasses?: string | undefined
    }
  | { divider: string }

export type CheckboxesProps = ChoiceGroupProps & {
  name: string
  /** Defaults to the name; the first box has it as its id, so the error summary can link to it. */
  id?: string | undefined
  items: CheckboxItem[]
  values?: readonly string[] | undefined
  small?: boolean | undefined
  classes?: string | undefined
}

/** Choose any number of a few. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, items, values = [], small, classes, legend } = props
  const id = props.id ?? name
  // Without a fieldset to carry it, each box carries the group's description itself.
  const group = legend ? '' : describedBy(id, props)
  return (
    <ChoiceGroup {...props} id={id}>
      <div
        class={classList('govuk-checkboxes', small && 'govuk-checkboxes--small', classes)}
        data-module="govuk-checkboxes"
      >
        {items.map((item, index) => (
          <Item
            item={item}
            name={name}
            values={values}
            group={group}
            id={index ? `${id}-${index + 1}` : id}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}

type ItemProps = { item: CheckboxItem; name: string; values: readonly string[]; group: string; id: string }

function Item({ item, name, values, group, ...position }: ItemProps) {
  if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const id = item.id ?? position.id
  const checked = item.checked ?? values.includes(item.value)
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={item.name ?? name}
          type="checkbox"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.exclusive ? 'exclusive' : undefined}
          aria-describedby={classList(group, item.hint ? `${id}-item-hint` : '') || undefined}
        />
        <Label for={id} classes={classList('govuk-checkboxes__label', item.labelClasses)}>
          {item.text}
        </Label>
        {item.hint && (
          <Hint id={`${id}-item-hint`} classes="govuk-checkboxes__hint">
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classList(
            'govuk-checkboxes__conditional',
            !checked && 'govuk-checkboxes__conditional--hidden',
          )}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
