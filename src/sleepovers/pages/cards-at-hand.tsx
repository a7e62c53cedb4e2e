import type { CardAtHand } from '../../children/card-at-hand.ts'
import { type CareCard, careCard } from '../../children/care-card.ts'
import { CardMedicine } from '../../children/pages/card-medicine.tsx'
import { CardSafety } from '../../children/pages/card-safety.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import type { Visit } from '../../platform/web/visit.ts'
import { tel } from './emergency-steps.ts'

/** The care cards of these children, as far as the reader may see them: looked up at once. */
export const cardsOf = (visit: Visit, children: readonly string[]): Promise<CareCard[]> =>
  Promise.all(children.map((child) => visit.look(careCard, { child })))

/** What matters within the hour of each child's card, folded away: it is at hand in every step of an emergency. */
export function CardsAtHand({ cards, now }: { cards: readonly CardAtHand[]; now: Date }) {
  return (
    <>
      {cards.map((shown) => (
        <Details summary={`${shown.who.firstName}’s care card`} classes="at-hand">
          <div class="care-card">
            <p>
              {shown.who.name}, {shown.who.age}. {shown.who.legalStatus?.says ?? 'Legal status not recorded'}.
            </p>
            <CardMedicine shown={shown} now={now} />
            <CardSafety shown={shown} />
            <p>
              <strong>Duty team, day or night</strong>: <a href={tel(shown.dutyPhone)}>{shown.dutyPhone}</a>
            </p>
            <p class="no-print">
              <a href={`/children/${shown.who.child}/card`}>{shown.who.firstName}’s whole card</a>
            </p>
          </div>
        </Details>
      ))}
    </>
  )
}
