import { Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { clockTime, longDay } from '../../values/words.ts'
import { ABOUT } from '../history-words.ts'
import { householdHistory } from '../lists.ts'
import type { HistoryFact } from '../store-history.ts'
import { homeOf, section, toHome } from './parts.tsx'

const who = (name: string | null) =>
  name === 'operator' ? 'set up by the service' : `by ${name ?? 'somebody you may not see'}`

const heldSay = ({ from, until }: HistoryFact) => {
  if (from === null) return 'Never, after all'
  return until ? `${longDay(from)} until ${longDay(until)}` : `From ${longDay(from)}`
}

const moment = (at: Date) => `${longDay(dayOf(at))}, ${clockTime(at)}`

export const historyPage = page('/households/:household/history', async (visit) => {
  const { name, facts, sees, household } = await visit.look(householdHistory, { household: homeOf(visit) })
  return {
    title: `${name}: everything written`,
    section,
    back: toHome(household),
    body: (
      <>
        <p>
          Nothing is rubbed out. A change ends what held before it; a correction takes its place, and what it
          took the place of is still here.
        </p>
        {sees === 'near' && <p>There may be more that is not yours to see.</p>}
        <Table
          caption="Last written first. The “until” day is the first day it no longer held."
          captionSize="s"
          scroll
          rowHeaders
          head={['What', 'It says', 'Held', 'Written', 'Replaced']}
          rows={facts.map((fact) => [
            ABOUT[fact.about],
            fact.says,
            heldSay(fact),
            `${moment(fact.recordedAt)}, ${who(fact.recordedBy)}`,
            fact.supersededAt ? moment(fact.supersededAt) : '',
          ])}
        />
      </>
    ),
  }
})
