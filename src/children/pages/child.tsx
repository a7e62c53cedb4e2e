import { Button } from '../../platform/web/components/button.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { page } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { childRecord } from '../child-record.ts'
import { About } from './child-about.tsx'
import { Consents } from './child-consents.tsx'
import { Ties } from './child-ties.tsx'
import { asked, childOf, LookAtAnotherDay, OtherDay, section } from './parts.tsx'

export const childPage = page('/children/:child', async (visit) => {
  const { shown, wrong } = await asked(visit, (asAt) =>
    visit.look(childRecord, { child: childOf(visit), asAt }),
  )
  const today = dayOf(visit.now)
  const path = `/children/${shown.child}`
  const then = shown.asAt !== today
  // What is changed is changed today: on another day the page only shows.
  const can = then
    ? { change: false, changeCard: false, giveConsent: false, withdrawConsent: false, askForBed: false }
    : shown.can
  const record = { ...shown, can }
  return {
    title: shown.name,
    section,
    back: { href: '/children' },
    body: (
      <>
        <OtherDay asAt={shown.asAt} today={today} path={path} />
        {shown.recordBegins && (
          <InsetText>
            The record begins on {longDay(shown.recordBegins)}. What was first known is shown.
          </InsetText>
        )}
        <Button href={`${path}/card${then ? `?asAt=${shown.asAt}` : ''}`}>Open the care card</Button>
        {can.askForBed && (
          <p class="no-print">
            <a href={`/sleepovers/emergency?children=${shown.child}`}>
              In an emergency: find {shown.firstName} a bed now
            </a>
          </p>
        )}
        <About record={record} path={path} />
        <Ties record={record} path={path} />
        <Consents record={record} path={path} />
        <h2>Other days</h2>
        <p>
          <a href={`${path}/history`}>Everything written about {shown.firstName}, and when</a>
        </p>
        <LookAtAnotherDay
          visit={visit}
          asAt={shown.asAt}
          wrong={wrong}
          legend={`Show ${shown.firstName} as at`}
        />
      </>
    ),
  }
})
