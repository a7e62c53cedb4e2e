import { type CareCard, careCard } from '../../children/care-card.ts'
import { CardDetails } from '../../children/pages/card-details.tsx'
import { CardMedicine } from '../../children/pages/card-medicine.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import type { Visit } from '../../platform/web/visit.ts'

/** The care cards of these children, as far as the reader may see them: looked up at once. */
export const cardsOf = (visit: Visit, children: readonly string[]): Promise<CareCard[]> =>
  Promise.all(children.map((child) => visit.look(careCard, { child })))

/** Each child's one-page card, folded away: it is at hand in every step of an emergency. */
export function CardsAtHand({ cards, now }: { cards: readonly CareCard[]; now: Date }) {
  return (
    <>
      {cards.map((shown) => (
        <Details summary={`${shown.who.firstName}’s care card`} classes="at-hand">
          <div class="care-card">
            <p>
              {shown.who.name}, {shown.who.age}. {shown.who.legalStatus?.says ?? 'Legal status not recorded'}.
            </p>
            <CardMedicine shown={shown} now={now} />
            <CardDetails shown={shown} />
            <p class="no-print">
              <a href={`/children/${shown.who.child}/card`}>{shown.who.firstName}’s whole card</a>
            </p>
          </div>
        </Details>
      ))}
    </>
  )
}
