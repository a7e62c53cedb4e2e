import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type PanelProps = {
  title: Child
  headingLevel?: 1 | 2 | 3 | undefined
  classes?: string | undefined
  children?: Child
}

/** It is done: the heading of a confirmation page. */
export function Panel({ title, headingLevel = 1, classes, children }: PanelProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class={classList('govuk-panel govuk-panel--confirmation', classes)}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  )
}
