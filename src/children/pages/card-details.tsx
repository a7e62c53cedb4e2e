import type { CareCard } from '../care-card.ts'
import { orderedByWords, say, sayDays } from '../say.ts'
import { StateTag } from './child-consents.tsx'

/** What keeps the child calm and safe, then the rest, then whom to ring. */
export function CardDetails({ shown: { card, mustNotMeet, stays, dutyPhone } }: { shown: CareCard }) {
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
      <div class="columns">
        <Words heading="Triggers" words={card?.triggers} />
        <Words heading="What helps" words={card?.whatHelps} />
        <Words heading="Going missing" words={card?.missingHistory} otherwise="Nothing written down." />
        <section>
          <h2>Must not be with</h2>
          {mustNotMeet.length === 0 ? (
            <p>Nobody recorded.</p>
          ) : (
            <ul>
              {mustNotMeet.map(({ says, orderedBy }) => (
                <li>
                  <strong>{says}</strong> ({say(orderedByWords, orderedBy).toLowerCase()})
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <section class="care-card__stays">
        <h2>Overnight stays</h2>
        {stays && (
          <p>
            <StateTag consent={stays} /> {stays.from && `${sayDays(stays.from, stays.until)}. `}
            {[
              stays.conditions,
              stays.whoMayAgree && `May agree: ${stays.whoMayAgree}`,
              stays.tell && `Tell: ${stays.tell}`,
            ]
              .filter(Boolean)
              .join('. ')}
          </p>
        )}
      </section>
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

type WordsProps = { heading: string; words: string | null | undefined; otherwise?: string }

const Words = ({ heading, words, otherwise = 'Not written down.' }: WordsProps) => (
  <section>
    <h2>{heading}</h2>
    <p class="care-card__words">{words ?? otherwise}</p>
  </section>
)
