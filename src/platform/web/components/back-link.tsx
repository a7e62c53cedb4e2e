import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type BackLinkProps = { href: string; classes?: string | undefined; children?: Child }

/** The way back to the page a person came from; first thing on a page inside a task. */
export function BackLink({ href, classes, children }: BackLinkProps) {
  return (
    <a href={href} class={classList('govuk-back-link', classes)}>
      {children ?? 'Back'}
    </a>
  )
}
