import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type InsetTextProps = { id?: string | undefined; classes?: string | undefined; children?: Child }

/** A passage set apart from the text around it. */
export function InsetText({ id, classes, children }: InsetTextProps) {
  return (
    <div id={id} class={classList('govuk-inset-text', classes)}>
      {children}
    </div>
  )
}
