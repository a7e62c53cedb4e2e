import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type DetailsProps = {
  summary: Child
  open?: boolean | undefined
  id?: string | undefined
  classes?: string | undefined
  children?: Child
}

/** What only some people need, folded away. */
export function Details({ summary, open, id, classes, children }: DetailsProps) {
  return (
    <details id={id} class={classList('govuk-details', classes)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
