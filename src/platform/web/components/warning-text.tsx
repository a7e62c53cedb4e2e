import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type WarningTextProps = {
  /** Said in place of the exclamation mark. */
  prefix?: string | undefined
  classes?: string | undefined
  children?: Child
}

/** A consequence people must know before they go on. */
export function WarningText({ prefix = 'Warning', classes, children }: WarningTextProps) {
  return (
    <div class={classList('govuk-warning-text', classes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix}</span> {children}
      </strong>
    </div>
  )
}
