import { Pagination } from '../../platform/web/components/pagination.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { words } from '../../platform/web/read-form.ts'
import { page } from '../../platform/web/visit.ts'
import { dayOf, timeOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { childHistory } from '../child-history.ts'
import { sayDays } from '../say.ts'
import { childOf, section, toChild } from './parts.tsx'

const moment = (at: Date) => `${longDay(dayOf(at))}, ${timeOf(at)}`

export const historyPage = page('/children/:child/history', async (visit) => {
  const child = childOf(visit)
  const page = /^[1-9]\d{0,4}$/.test(words(visit.query.page)) ? words(visit.query.page) : '1'
  const shown = await visit.look(childHistory, { child, page })
  const of = (number: number) => ({ href: `/children/${child}/history?page=${number}` })
  return {
    title: `Everything written about ${shown.name}`,
    section,
    back: toChild(child),
    body: (
      <>
        <p>
          The latest first. Nothing is ever taken out: what was put right stays, and says when it was
          replaced.
        </p>
        <Table
          caption="What was written, and when"
          captionClasses="govuk-visually-hidden"
          scroll
          rowHeaders
          head={['About', 'What it says', 'Held', 'Written', 'Replaced']}
          rows={shown.facts.map((fact) => [
            fact.about,
            fact.supersededAt ? <s>{fact.says}</s> : fact.says,
            sayDays(fact.from, fact.until),
            `${moment(fact.writtenAt)}${fact.writtenBy ? `, ${fact.writtenBy}` : ''}`,
            fact.supersededAt ? moment(fact.supersededAt) : '',
          ])}
        />
        {shown.pages > 1 && (
          <Pagination
            previous={shown.page > 1 ? of(shown.page - 1) : undefined}
            next={shown.page < shown.pages ? of(shown.page + 1) : undefined}
            items={[{ number: `${shown.page} of ${shown.pages}`, ...of(shown.page), current: true }]}
          />
        )}
      </>
    ),
  }
})
