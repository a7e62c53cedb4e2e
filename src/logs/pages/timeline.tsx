import type { Child } from 'hono/jsx'
import type { CareCard } from '../../children/care-card.ts'
import { Tag } from '../../platform/web/components/tag.tsx'
import { addDays, type Day, dayOf, timeOf } from '../../values/london.ts'
import { clockTime, dayAndTime, shortDay } from '../../values/words.ts'
import type { Entry } from '../lists.ts'
import { FELT, INCIDENT, OUTCOME, SLEEP, WHOSE } from '../words.ts'

/** The next dose of each child who is there, and what is due at no time a clock shows: first on the page. */
export function NextDoses({ cards, now }: { cards: readonly CareCard[]; now: Date }) {
  const first = cards.flatMap(({ who, nextDoses }) => {
    const [next] = nextDoses
    if (!next) return []
    const { at } = next
    const due = nextDoses.filter((dose) => dose.at?.getTime() === at?.getTime())
    return [
      {
        name: who.name,
        at,
        what: due.map(({ medicine }) => `${medicine.name}, ${medicine.dose}`).join(' and '),
      },
    ]
  })
  if (first.length === 0) return null
  return (
    <section class="log__next" aria-labelledby="next-dose">
      <h2 id="next-dose">Next dose</h2>
      <ul class="plain">
        {first.map(({ name, at, what }) => (
          <li>
            <strong class="log__time">{at ? clockTime(at) : 'Ask when'}</strong>{' '}
            {at && dayOf(at) !== dayOf(now) && `${dayCalled(dayOf(at), now).toLowerCase()}: `}
            {name}: {what}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was written, the newest first, under its day; the time first, since it is looked for by the time. */
export function Timeline({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const newest = entries.toReversed()
  const days = [...new Set(newest.map(({ at }) => dayOf(at)))]
  return (
    <>
      {days.map((day) => (
        <section class="log__day">
          <h2>{dayCalled(day, now)}</h2>
          <ol class="log plain">
            {newest
              .filter(({ at }) => dayOf(at) === day)
              .map((entry) => (
                <li class={`log__entry log__entry--${entry.about}`}>
                  <time class="log__time" datetime={`${day}T${timeOf(entry.at)}`}>
                    {clockTime(entry.at)}
                  </time>
                  <div>
                    <OneEntry entry={entry} now={now} />
                    {by(entry) && <p class="log__by">{by(entry)}</p>}
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** `Today, Sat 28 Nov` */
function dayCalled(day: Day, now: Date): string {
  const today = dayOf(now)
  const called: Record<Day, string> = {
    [today]: 'Today, ',
    [addDays(today, -1)]: 'Yesterday, ',
    [addDays(today, 1)]: 'Tomorrow, ',
  }
  return `${called[day] ?? ''}${shortDay(day)}`
}

/** Who wrote it, and when, where that was much later than it happened. Who gave a dose and wrote it is told once. */
function by(entry: Entry): string | null {
  const { at, writtenAt, writtenBy } = entry
  const late = writtenAt.getTime() - at.getTime() > 60 * 60_000
  if (!late && entry.about === 'medicine' && entry.byWhom === writtenBy) return null
  return `Written by ${writtenBy ?? 'somebody else'}${late ? `, ${dayAndTime(writtenAt)}` : ''}`
}

function OneEntry({ entry, now }: { entry: Entry; now: Date }) {
  const who = entry.name ?? 'A child'
  if (entry.about === 'night')
    return (
      <Said what={`${who}’s night of ${shortDay(entry.night)}`}>
        {entry.sleep && <strong>{SLEEP[entry.sleep]}.</strong>} {entry.says}
      </Said>
    )
  if (entry.about === 'medicine') return <Dose entry={entry} who={who} />
  if (entry.about === 'incident')
    return (
      <>
        <Said what={`${who}: ${INCIDENT[entry.kind]}`}>{entry.says}</Said>
        {entry.done && <p class="log__words">What was done: {entry.done}</p>}
        {entry.notifyBy && (
          <p>
            <Tag colour="yellow">{entry.notifyBy < now ? 'Was to be notified' : 'To be notified'}</Tag> by{' '}
            <strong>{dayAndTime(entry.notifyBy)}</strong>
          </p>
        )}
      </>
    )
  return (
    <Said what={entry.whose === 'child' ? `What ${who} says` : `${WHOSE.home_carer} says, about ${who}`}>
      {entry.felt && <strong>{FELT[entry.felt]}.</strong>} {entry.says && `“${entry.says}”`}
    </Said>
  )
}

const MARKS = { given: '✓', refused: '✗', not_given: '–' } as const

function Dose({ entry, who }: { entry: Entry & { about: 'medicine' }; who: string }) {
  const { outcome, medicine, dose, byWhom, note } = entry
  return (
    <>
      <h3 class={`log__dose log__dose--${outcome}`}>
        <span aria-hidden="true">{MARKS[outcome]} </span>
        {OUTCOME[outcome]}: {medicine}
        {dose && `, ${dose}`}
      </h3>
      <p class="log__words">
        {who}.{' '}
        {outcome === 'given'
          ? `Given by ${byWhom}`
          : outcome === 'refused'
            ? `Offered by ${byWhom}`
            : `Written down by ${byWhom}`}
        .{note && ` ${note}`}
      </p>
    </>
  )
}

const Said = ({ what, children }: { what: string; children?: Child }) => (
  <>
    <h3>{what}</h3>
    <p class="log__words">{children}</p>
  </>
)
