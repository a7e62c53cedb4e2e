import type { CardAtHand } from '../card-at-hand.ts'
import { orderedByWords, say, sayDays } from '../say.ts'
import { StateTag } from './child-consents.tsx'

type Props = { shown: Pick<CardAtHand, 'card' | 'mustNotMeet' | 'stays'> }

/** What keeps the child calm and safe, and whether nights away are agreed. */
export function CardSafety({ shown: { card, mustNotMeet, stays } }: Props) {
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
