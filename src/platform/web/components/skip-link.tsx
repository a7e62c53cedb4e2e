import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type SkipLinkProps = { href?: string | undefined; classes?: string | undefined; children?: Child }

/** Lets people who use a keyboard pass the header; the first thing in the page. */
export function SkipLink({ href = '#main-content', classes, children }: SkipLinkProps) {
  return (
    <a href={href} class={classList('govuk-skip-link', classes)} data-module="govuk-skip-link">
      {children ?? 'Skip to main content'}
    </a>
  )
}
