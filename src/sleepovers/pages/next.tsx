import { may } from '../../access/policy.ts'
import type { Actor } from '../../platform/actor.ts'
import { Button } from '../../platform/web/components/button.tsx'
import type { LegShown, StayShown } from '../store-lists.ts'

type Step = { href: string; text: string }
type Props = { stay: StayShown; path: string; actor: Actor; now: Date }

const subjectOf = (stay: StayShown) => ({
  home: stay.home,
  host: stay.host,
  children: stay.children.map(({ child }) => child),
})

/** The leg before this one at the same home, where there is one: its carers have read the card, and know the children. */
export function legBefore(stay: StayShown): LegShown | undefined {
  const before = stay.legs[stay.legs.findIndex(({ id }) => id === stay.id) - 1]
  return before?.host === stay.host ? before : undefined
}

/** The children are there still, and these nights begin when those before them end. */
const beginsByItself = (stay: StayShown): boolean => legBefore(stay)?.status === 'arrived'

/** The one thing to do next. */
function firstStep({ stay, path, actor }: Props): Step | null {
  // An agreed stay that waits again wants another home, or what it waits for.
  if (stay.heldReason && may.changeSleepover(actor, subjectOf(stay))) {
    return { href: `${path}/move`, text: 'Find another home' }
  }
  if (!may.moveChild(actor, subjectOf(stay))) return null
  if (stay.status === 'arrived') return { href: `${path}/return`, text: 'They are back home' }
  if (beginsByItself(stay)) return null
  if (stay.status === 'accepted') return { href: `${path}/arrival`, text: 'They have arrived' }
  if (stay.status === 'requested') return { href: `${path}/arrival`, text: 'They are already there' }
  return null
}

/** What this person can do now: the likeliest as a button, everything else as links below it. */
export function Next(props: Props) {
  const { stay } = props
  const first = firstStep(props)
  const others = otherSteps(props)
  return (
    <div class="no-print">
      {stay.lateSince && (
        <p>
          Ring the other home. If you cannot find out where they are, ring the duty line on{' '}
          <strong>{props.actor.service.dutyPhone}</strong>.
        </p>
      )}
      {first && stay.status === 'requested' && !stay.heldReason && (
        <p>
          <a href={first.href}>{first.text}</a>
        </p>
      )}
      {first && (stay.status !== 'requested' || stay.heldReason) && (
        <Button href={first.href}>{first.text}</Button>
      )}
      {others.length > 0 && (
        <ul class="plain">
          {others.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function otherSteps({ stay, path, actor, now }: Props): Step[] {
  const subject = subjectOf(stay)
  const agreed = stay.status === 'accepted'
  const there = stay.status === 'arrived'
  const step = (where: string, text: string) => ({ href: `${path}/${where}`, text })
  const changes = may.changeSleepover(actor, subject) && (agreed || there)
  const last = stay.legs.at(-1)?.id === stay.id
  const over = stay.to <= now
  return [
    ...(changes && last ? [step('longer', 'They stay longer')] : []),
    ...(changes && !over ? [step('shorter', 'They come home earlier than planned')] : []),
    ...(changes && !over
      ? [step('move', there ? 'They move to another home' : 'Another home, or another bed')]
      : []),
    ...((stay.status === 'cancelled' || stay.status === 'no_show') &&
    may.moveChild(actor, subject) &&
    stay.from <= now &&
    !over
      ? [step('arrival', 'They are there all the same')]
      : []),
    ...(changes && agreed && stay.from <= now && !beginsByItself(stay)
      ? [step('no-show', 'They did not come')]
      : []),
    ...(there && may.convertSleepover(actor, subject)
      ? [step('convert', 'This is no longer a sleepover')]
      : []),
  ]
}
