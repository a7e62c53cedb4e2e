import { addDays, type Day, daysOf, momentAt, overlap, type Span } from '../../values/london.ts'
import type { Sleeper, Weighed } from '../facts.ts'

/** The small hours that make a night: midnight to 5am after the evening it is named by, London time. */
const smallHours = (night: Day): Span => {
  const morning = addDays(night, 1)
  return { from: momentAt(morning, '00:00'), to: momentAt(morning, '05:00') }
}

/** Those of them who sleep there that night: who are there for any of its small hours. */
export function sleepingOn(night: Day, sleepers: readonly Sleeper[]): Sleeper[] {
  const hours = smallHours(night)
  return sleepers.filter(({ present }) => present.some((span) => overlap(span, hours)))
}

/** The days of the stay that a night belongs to: its evening, where the child is there by then, and its morning. */
export const daysOfNight = (night: Day, days: readonly Day[]): Day[] => {
  const morning = addDays(night, 1)
  return days.filter((day) => day === night || day === morning)
}

/** The London days on which somebody with these stretches of presence is there during the span. */
export const daysTogether = (present: readonly Span[], span: Span): Day[] =>
  present
    .filter((stretch) => overlap(stretch, span))
    .flatMap(({ from, to }) =>
      daysOf({ from: from > span.from ? from : span.from, to: to < span.to ? to : span.to }),
    )

/** Who is at the host at some moment of the stay, besides the children asked for. */
export const othersThere = ({
  host,
  children,
  asked,
}: Pick<Weighed, 'host' | 'children' | 'asked'>): Sleeper[] =>
  host.sleepers.filter(
    ({ child, present }) =>
      !children.some(({ id }) => id === child) && present.some((span) => overlap(span, asked.span)),
  )
