import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type ErrorMessageProps = {
  id?: string | undefined
  /** Said before the message to people who cannot see that it is red; empty for none. */
  prefix?: string | undefined
  classes?: string | undefined
  children?: Child
}

/** What is wrong with one answer and how to mend it, beside the field. */
export function ErrorMessage({ id, prefix = 'Error', classes, children }: ErrorMessageProps) {
  return (
    <p id={id} class={classList('govuk-error-message', classes)}>
      {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {children}
    </p>
  )
}
