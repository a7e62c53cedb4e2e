import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type HintProps = { id?: string | undefined; classes?: string | undefined; children?: Child }

/** Help for one question, read out with its field when the field names this `id`. */
export function Hint({ id, classes, children }: HintProps) {
  return (
    <div id={id} class={classList('govuk-hint', classes)}>
      {children}
    </div>
  )
}
