import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type Size = 's' | 'm' | 'l' | 'xl'

export type LabelProps = {
  for?: string | undefined
  size?: Size | undefined
  /** The label is the page's one question, and so its heading. */
  heading?: boolean | undefined
  classes?: string | undefined
  children?: Child
}

/** Names a field; nothing at all when there is nothing to say. */
export function Label({ for: field, size, heading, classes, children }: LabelProps) {
  if (children === undefined || children === '') return null
  const label = (
    <label class={classList('govuk-label', size && `govuk-label--${size}`, classes)} for={field}>
      {children}
    </label>
  )
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
