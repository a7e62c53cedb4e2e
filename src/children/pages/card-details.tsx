import type { CareCard } from '../care-card.ts'
import { CardSafety } from './card-safety.tsx'

/** What keeps the child calm and safe, then the rest, then whom to ring. */
export function CardDetails({ shown }: { shown: CareCard }) {
  const { card, dutyPhone } = shown
  const rest: [string, string | null | undefined][] = [
    ['Routines', card?.routines],
    ['Food', card?.food],
    ['Culture', card?.culture],
    ['Faith', card?.faith],
    ['Language', card?.language],
    ['Hair and skin', card?.hairAndSkin],
  ]
  const written = rest.filter(([, words]) => words)
  return (
    <>
      <CardSafety shown={shown} />
      {written.length > 0 && (
        <dl class="care-card__rest">
          {written.map(([what, words]) => (
            <div>
              <dt>{what}</dt>
              <dd class="care-card__words">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <section>
        <h2>Whom to ring</h2>
        <ul>
          <li>
            <strong>Duty team, day or night</strong>: <a href={`tel:${dutyPhone}`}>{dutyPhone}</a>
          </li>
          {card?.contacts.map(({ name, relation, phone }) => (
            <li>
              {name}, {relation}: <a href={`tel:${phone}`}>{phone}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
