import { Button } from '../platform/web/components/button.tsx'
import { Card, Cards } from '../platform/web/components/card.tsx'
import { Table } from '../platform/web/components/table.tsx'
import { words } from '../platform/web/read-form.ts'
import { page, type Route } from '../platform/web/visit.ts'
import { dayOf } from '../values/london.ts'
import { count, dayAndTime, shortDay } from '../values/words.ts'
import { sleepovers, unmetNeeds } from './lists.ts'
import { answerPages } from './pages/answer.tsx'
import { askPages } from './pages/ask.tsx'
import { checkPage } from './pages/check.tsx'
import { consentPage } from './pages/consent.tsx'
import { emergencySteps } from './pages/emergency.tsx'
import { emergencyHeldPages } from './pages/emergency-held.tsx'
import { emergencyHomePages } from './pages/emergency-homes.tsx'
import { movingPages } from './pages/moving.tsx'
import { section, stayView, whoGoes } from './pages/stay.tsx'
import type { StayListed } from './store-lists.ts'
import { sayStatus } from './words.ts'

const OUTCOMES = {
  stopped: 'A rule stopped it',
  declined: 'The host said no',
  taken: 'Somebody else had taken the bed',
  no_answer: 'The home could not be reached',
  nobody: 'There was no home to ask',
}

/** One sleepover in a list: when, who and where, how it stands. */
export function StayCard({ stay }: { stay: StayListed }) {
  return (
    <Card
      heading={<a href={`/sleepovers/${stay.id}`}>{dayAndTime(stay.from)}</a>}
      note={`${sayStatus(stay)}${stay.waiting > 0 ? `. Waits for ${count(stay.waiting, 'yes', 'yeses')}` : ''}`}
    >
      {`${whoGoes(stay)} at ${stay.hostName ?? 'another home'}, until ${dayAndTime(stay.to)}`}
    </Card>
  )
}

const listPages: Route[] = [
  page('/sleepovers', async (visit) => {
    const coming = await visit.look(sleepovers, { when: 'coming' })
    const mayAsk = (await visit.actor()).placedChildren.length > 0
    return {
      title: 'Sleepovers',
      section,
      body: (
        <>
          {mayAsk && (
            <Button kind="go" href="/sleepovers/ask">
              Ask for a sleepover
            </Button>
          )}
          <h2>To come and going on</h2>
          {coming.length === 0 && <p>None.</p>}
          <Cards>
            {coming.map((stay) => (
              <StayCard stay={stay} />
            ))}
          </Cards>
          <p>
            <a href="/sleepovers/past">Sleepovers that are over</a>
          </p>
          <p>
            <a href="/sleepovers/unmet">Requests that could not be met</a>
          </p>
        </>
      ),
    }
  }),
  page('/sleepovers/past', async (visit) => {
    const number = Number(words(visit.query.page)) || 1
    const past = await visit.look(sleepovers, { when: 'past', page: number })
    return {
      title: 'Sleepovers that are over',
      section,
      back: { href: '/sleepovers' },
      body: (
        <>
          <Table
            caption="The latest first"
            scroll
            rowHeaders
            head={['When', 'Who', 'At', 'How it ended']}
            rows={past.map((stay) => [
              <a href={`/sleepovers/${stay.id}`}>{shortDay(dayOf(stay.from))}</a>,
              whoGoes(stay),
              stay.hostName ?? 'another home',
              sayStatus(stay),
            ])}
          />
          {past.length === 50 && <a href={`/sleepovers/past?page=${number + 1}`}>Earlier sleepovers</a>}
        </>
      ),
    }
  }),
  page('/sleepovers/unmet', async (visit) => {
    const unmet = await visit.look(unmetNeeds)
    return {
      title: 'Requests that could not be met',
      section,
      back: { href: '/sleepovers' },
      body: (
        <>
          <p>They are kept so that the service sees what families needed and did not get.</p>
          <Table
            caption={`${count(unmet.length, 'request')}, the newest first`}
            scroll
            rowHeaders
            head={['For', 'Home', 'Children', 'What happened', 'Why']}
            rows={unmet.map((need) => [
              `${shortDay(dayOf(need.from))} to ${shortDay(dayOf(need.to))}`,
              need.homeName ?? '',
              { text: String(need.number), format: 'numeric' as const },
              OUTCOMES[need.outcome],
              need.reason,
            ])}
          />
        </>
      ),
    }
  }),
  page('/sleepovers/:stay', stayView),
]

export const sleepoverPages: Route[] = [
  ...askPages,
  checkPage,
  ...emergencySteps,
  ...emergencyHomePages,
  ...emergencyHeldPages,
  ...listPages,
  ...answerPages,
  ...movingPages,
  consentPage,
]
