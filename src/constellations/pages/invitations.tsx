import { Table } from '../../platform/web/components/table.tsx'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { nameOf } from '../sky.tsx'
import type { Invitation } from '../store-invitations.ts'
import type { Shown } from '../the-constellation.ts'

const parts = { hub: 'Hub', satellite: 'Satellite', guest: 'Guest' } as const

/** Every invitation of a constellation with its answer, for those who run it. */
export function Invitations({ shown }: { shown: Shown }) {
  if (shown.invitations.length === 0) return null
  return (
    <Table
      scroll
      caption="Invitations"
      captionSize="m"
      rowHeaders
      head={[
        'Home',
        'To be',
        'Asked',
        'Answer',
        { text: <span class="govuk-visually-hidden">Open it</span> },
      ]}
      rows={shown.invitations.map((asked) => [
        { text: nameOf({ name: asked.householdName }) },
        { text: parts[asked.part] },
        { text: longDay(dayOf(asked.invitedAt)) },
        { text: answerInWords(asked) },
        {
          text: (
            <a href={`/invitations/${asked.invitation}`}>
              Open
              <span class="govuk-visually-hidden">
                {' '}
                the invitation of {nameOf({ name: asked.householdName })}
              </span>
            </a>
          ),
        },
      ])}
    />
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
