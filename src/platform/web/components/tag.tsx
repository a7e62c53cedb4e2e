import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow'

export type TagProps = { colour?: TagColour | undefined; classes?: string | undefined; children?: Child }

/** The state of a thing in a word or two. */
export function Tag({ colour, classes, children }: TagProps) {
  return <strong class={classList('govuk-tag', colour && `govuk-tag--${colour}`, classes)}>{children}</strong>
}
