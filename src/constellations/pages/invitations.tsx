import { Details } from '../../platform/web/components/details.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { nameOf } from '../sky.tsx'
import type { Invitation } from '../store-invitations.ts'
import type { Shown } from '../the-constellation.ts'

const parts = { hub: 'Hub', satellite: 'Satellite', guest: 'Guest' } as const

/** The invitations of a constellation, for those who run it: those that wait, and the answers folded away. */
export function Invitations({ shown: { invitations } }: { shown: Shown }) {
  const waiting = invitations.filter(({ answer, withdrawnAt }) => !answer && !withdrawnAt)
  const answered = invitations.filter((asked) => !waiting.includes(asked))
  return (
    <>
      {waiting.length > 0 && <Rows caption="Invitations that wait for an answer" invitations={waiting} />}
      {answered.length > 0 && (
        <Details summary="Invitations that were answered">
          <Rows caption="Answers" invitations={answered} />
        </Details>
      )}
    </>
  )
}

function Rows({ caption, invitations }: { caption: string; invitations: readonly Invitation[] }) {
  return (
    <Table
      scroll
      caption={caption}
      captionSize="m"
      rowHeaders
      head={[
        'Home',
        'To be',
        'Asked',
        'Answer',
        { text: <span class="govuk-visually-hidden">Open it</span>, classes: 'no-print' },
      ]}
      rows={invitations.map((asked) => [
        { text: nameOf({ name: asked.householdName }) },
        { text: parts[asked.part] },
        { text: longDay(dayOf(asked.invitedAt)) },
        { text: answerInWords(asked) },
        { text: <Open asked={asked} />, classes: 'no-print' },
      ])}
    />
  )
}

function Open({ asked }: { asked: Invitation }) {
  return (
    <a href={`/invitations/${asked.invitation}`}>
      Open
      <span class="govuk-visually-hidden"> the invitation of {nameOf({ name: asked.householdName })}</span>
    </a>
  )
}

/** `Waiting`, `Yes on 3 December 2026`, `No on …: not this year`, `Taken back: …` */
export function answerInWords({ answer, answeredAt, withdrawnAt, reason, spokenTo }: Invitation): string {
  const why = reason ? `: ${reason}` : ''
  if (withdrawnAt) return `Taken back on ${longDay(dayOf(withdrawnAt))}${why}`
  if (!answer || !answeredAt) return 'Waiting'
  const said = spokenTo ? `, as told by ${spokenTo}` : ''
  return `${answer === 'yes' ? 'Yes' : 'No'} on ${longDay(dayOf(answeredAt))}${said}${why}`
}
