import { careCard } from '../../children/care-card.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { page, type Visit } from '../../platform/web/visit.ts'
import { sleepover } from '../../sleepovers/lists.ts'
import type { StayShown } from '../../sleepovers/store-lists.ts'
import { dayAndTime } from '../../values/words.ts'
import { stayLog } from '../lists.ts'
import { logPath, mayWrite, mayWriteWord, section, stayPath, whose } from './parts.tsx'
import { NextDoses, Timeline } from './timeline.tsx'

/** Read at 7 in the morning on a phone: what is due next, what to do, then what happened, the newest first. */
export const logPage = page('/sleepovers/:stay/log', async (visit) => {
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  const { entries, before } = await visit.look(stayLog, { stay: visit.params.stay })
  const actor = await visit.actor()
  const begun = stay.arrivedAt !== null
  return {
    title: `Log: ${whose(stay)}`,
    section,
    back: { href: stayPath(visit) },
    body: (
      <>
        <p>
          At {stay.hostName ?? 'another home'}, {dayAndTime(stay.arrivedAt ?? stay.from)} to{' '}
          {dayAndTime(stay.returnedAt ?? stay.endedAt ?? stay.to)}.
        </p>
        <NextDoses cards={await cardsOf(visit, stay)} now={visit.now} />
        {begun && stay.children.length > 0 && (
          <Write path={logPath(visit)} log={mayWrite(actor, stay)} word={mayWriteWord(actor, stay)} />
        )}
        {entries.length === 0 && <p>{nothing(stay)}</p>}
        <Timeline entries={entries} now={visit.now} />
        {before && (
          <p class="no-print">
            <a href={`/sleepovers/${before}/log`}>The log of the nights before that</a>
          </p>
        )}
        {entries.length > 0 && (
          <p class="small quiet">
            <span class="no-print">Print this page for their home. </span>Read on {dayAndTime(visit.now)}.
          </p>
        )}
      </>
    ),
  }
})

/** The cards of the children who are there now: afterwards there is no next dose here. */
async function cardsOf(visit: Visit, stay: StayShown) {
  if (stay.status !== 'arrived') return []
  const withCard = stay.children.filter(({ hasCard }) => hasCard)
  return Promise.all(withCard.map(({ child }) => visit.look(careCard, { child })))
}

function nothing(stay: StayShown): string {
  if (stay.children.length === 0)
    return 'What was written is kept with the children’s own records. You see it while they stay with you.'
  return stay.arrivedAt
    ? 'Nothing is written yet.'
    : 'Nothing is written yet. Writing begins when they arrive.'
}

function Write({ path, log, word }: { path: string; log: boolean; word: boolean }) {
  return (
    <nav class="govuk-button-group no-print" aria-label="Write in the log">
      {log && (
        <>
          <Button href={`${path}/medicine`}>Medicine</Button>
          <Button href={`${path}/night`} kind="secondary">
            The night
          </Button>
          <Button href={`${path}/incident`} kind="secondary">
            Something happened
          </Button>
        </>
      )}
      {word && (
        <Button href={`${path}/word`} kind="secondary">
          How it was
        </Button>
      )}
    </nav>
  )
}
