import { Tag } from '../../platform/web/components/tag.tsx'
import { addDays, dayOf } from '../../values/london.ts'
import { clockTime, longDay, shortDay } from '../../values/words.ts'
import type { CardAtHand } from '../card-at-hand.ts'

type Props = { shown: Pick<CardAtHand, 'card' | 'nextDoses' | 'isToday'>; now: Date }

/** What can harm within the hour comes first: allergies, and the next dose. */
export function CardMedicine({ shown: { card, nextDoses, isToday }, now }: Props) {
  return (
    <div class="care-card__first">
      <section>
        <h2>Allergies</h2>
        {card && card.allergies.length > 0 ? (
          <ul>
            {card.allergies.map(({ what, severity, penSays, penState, penExpires }) => (
              <li>
                <strong>{what}</strong>{' '}
                {severity === 'severe' ? <Tag colour="red">Severe</Tag> : <span class="quiet">mild</span>}
                {penSays && (
                  <>
                    <br />
                    {penState === 'in_date' ? penSays : <strong>{penSays}</strong>}
                    {penExpires && `, ${longDay(penExpires)}`}
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p>{card ? 'None known.' : 'Not written down. Ask before the first meal.'}</p>
        )}
      </section>
      <section>
        <h2>Medication</h2>
        {isToday && <Next doses={nextDoses} now={now} />}
        {card && card.medication.length > 0 ? (
          <ul>
            {card.medication.map(({ name, dose, times, how, asNeeded }) => (
              <li>
                <strong>{name}</strong>, {dose}:{' '}
                {[asNeeded ? 'as needed' : '', times].filter(Boolean).join(', ')}
                {how && ` (${how})`}
              </li>
            ))}
          </ul>
        ) : (
          <p>{card ? 'None.' : 'Not written down. Ask.'}</p>
        )}
      </section>
    </div>
  )
}

/** The next dose, with every medicine due at that very time; and what no clock can tell. */
function Next({ doses, now }: { doses: CardAtHand['nextDoses']; now: Date }) {
  const first = doses[0]?.at
  const due = doses.filter((dose) => first && dose.at?.getTime() === first.getTime())
  const unread = doses.filter((dose) => dose.unread)
  const day = first && dayOf(first)
  const today = dayOf(now)
  const when = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : day ? shortDay(day) : ''
  return (
    <>
      {first && (
        <p class="care-card__next">
          Next dose: <strong>{clockTime(first)}</strong> {when}:{' '}
          {due.map(({ medicine }) => `${medicine.name} ${medicine.dose}`).join(' and ')}
        </p>
      )}
      {unread.length > 0 && (
        <p>
          <strong>Ask when it is due:</strong> {unread.map(({ medicine }) => medicine.name).join(', ')}
        </p>
      )}
    </>
  )
}
