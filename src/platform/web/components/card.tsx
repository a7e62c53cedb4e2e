import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type CardProps = {
  heading: Child
  headingLevel?: 2 | 3 | 4 | undefined
  /** One quiet line under the rest, often with the link to follow. */
  note?: Child
  classes?: string | undefined
  children?: Child
}

/** One thing in a list of things: what, then a sentence, then what to do with it. */
export function Card({ heading, headingLevel = 3, note, classes, children }: CardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <li class={classList('card', classes)}>
      <Heading class="card__heading">{heading}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {note && <p class="card__note">{note}</p>}
    </li>
  )
}

/** The list that cards are in. */
export function Cards({ children, label }: { children?: Child; label?: string | undefined }) {
  return (
    <ul class="cards" aria-label={label}>
      {children}
    </ul>
  )
}
