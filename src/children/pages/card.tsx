import { Button } from '../../platform/web/components/button.tsx'
import { page } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { dayAndTime, longDay } from '../../values/words.ts'
import { type CareCard, careCard } from '../care-card.ts'
import { CardDetails } from './card-details.tsx'
import { CardMedicine } from './card-medicine.tsx'
import { asked, childOf, LookAtAnotherDay, OtherDay, section, toChild } from './parts.tsx'

export const cardPage = page('/children/:child/card', async (visit) => {
  const { shown, wrong } = await asked(visit, (asAt) => visit.look(careCard, { child: childOf(visit), asAt }))
  const { who, card, isToday, can } = shown
  const path = `/children/${who.child}/card`
  return {
    title: `Care card of ${who.name}`,
    heading: false,
    section,
    back: toChild(who.child),
    body: (
      <article class="care-card">
        <OtherDay asAt={shown.asAt} today={dayOf(visit.now)} path={path} />
        <Who shown={shown} />
        <CardMedicine shown={shown} now={visit.now} />
        <CardDetails shown={shown} />
        <p class="small quiet">
          {card
            ? `Written by ${card.writtenBy ?? 'somebody you do not know'} on ${longDay(dayOf(card.writtenAt))}. `
            : 'No card is written for this day. '}
          Read on {dayAndTime(visit.now)}.
        </p>
        <div class="no-print">
          {isToday && can.changeCard && (
            <Button href={`${path}/change`} kind="secondary">
              {card ? 'Change the card' : 'Write the card'}
            </Button>
          )}
          {isToday && can.changeCard && (
            <p>
              <a href={`/children/${who.child}/photo`}>{who.hasPhoto ? 'Change the photo' : 'Add a photo'}</a>
            </p>
          )}
          <p class="quiet">Print this page: it fits one sheet.</p>
        </div>
        <LookAtAnotherDay visit={visit} asAt={shown.asAt} wrong={wrong} legend="Show the card as at" />
      </article>
    ),
  }
})

function Who({ shown: { who, card, isToday } }: { shown: CareCard }) {
  const phone = who.worker?.phone
  return (
    <header class="care-card__who">
      {isToday && who.hasPhoto && (
        <img class="care-card__photo" src={`/children/${who.child}/picture`} alt={who.name} />
      )}
      <div>
        <h1>{who.name}</h1>
        <p>
          {card?.knownAs && (
            <>
              Known as <strong>{card.knownAs}</strong>.{' '}
            </>
          )}
          {who.sex !== 'U' && `${who.sexWords}, `}
          {who.age}, born {longDay(who.dob)}.
        </p>
        <p>
          {who.legalStatus?.says ?? 'Legal status not recorded'}
          {who.responsibleAuthority && `, ${who.responsibleAuthority}`}.
          {who.home && (
            <>
              {' '}
              Home: {who.home.name}
              {who.home.phone && (
                <>
                  , <a href={`tel:${who.home.phone}`}>{who.home.phone}</a>
                </>
              )}
              .
            </>
          )}
          {who.worker && (
            <>
              {' '}
              Social worker: {who.worker.name}
              {phone && (
                <>
                  , <a href={`tel:${phone}`}>{phone}</a>
                </>
              )}
              .
            </>
          )}
        </p>
      </div>
    </header>
  )
}
