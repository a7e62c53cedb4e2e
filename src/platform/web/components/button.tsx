import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

const kinds = {
  plain: false,
  secondary: 'govuk-button--secondary',
  warning: 'govuk-button--warning',
  inverse: 'govuk-button--inverse',
  go: 'button--go',
  stop: 'button--stop',
} as const

export type ButtonProps = {
  /** `go` and `stop` are the two big buttons people come for: full width on a phone. */
  kind?: keyof typeof kinds | undefined
  /** With an address it is a link that looks like a button. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  start?: boolean | undefined
  preventDoubleClick?: boolean | undefined
  attributes?: Record<string, string> | undefined
  classes?: string | undefined
  children?: Child
}

/** One thing to do. A page has at most one that is neither secondary nor warning. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', href, start, id, attributes, classes, children } = props
  const common = {
    class: classList('govuk-button', kinds[kind], classes, start && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...(id ? { id } : {}),
    ...attributes,
  }
  if (href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes to another page; only a link can be opened in a tab
      <a href={href} role="button" draggable="false" {...common}>
        {children}
        {start && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...common}
    >
      {children}
      {start && <StartIcon />}
    </button>
  )
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
