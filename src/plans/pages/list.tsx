import { Button } from '../../platform/web/components/button.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { count, longDay } from '../../values/words.ts'
import { plans } from '../lists.ts'
import { metresInWords } from './parts.tsx'
import { shortQuality } from './quality.tsx'
import { StateTag } from './state-tag.tsx'

export const listPage = page('/plans', async (visit) => {
  const { can, plans: rows } = await visit.look(plans)
  return {
    title: 'Plans',
    section: 'Plans',
    body: (
      <>
        <p class="lead">
          A plan says which homes could form a constellation around which hub. Nothing happens to anybody
          until it is frozen and each home has said yes.
        </p>
        {can.make && <Button href="/plans/new">Plan constellations</Button>}
        {rows.length === 0 ? (
          <p>There is no plan yet.</p>
        ) : (
          <Table
            scroll
            caption={count(rows.length, 'plan')}
            captionSize="m"
            rowHeaders
            head={['Plan', 'State', { text: 'Costs', format: 'numeric' }, 'How good', 'Made']}
            rows={rows.map((row) => [
              { text: <a href={`/plans/${row.plan}`}>{row.name}</a> },
              { text: <StateTag state={row.state} /> },
              { text: row.cost ? metresInWords(row.cost.total) : '–', format: 'numeric' },
              { text: shortQuality(row.quality) },
              { text: `${longDay(dayOf(row.madeAt))}${row.madeBy ? `, ${row.madeBy}` : ''}` },
            ])}
          />
        )}
        {can.make && (
          <p class="no-print">
            <a href="/plans/borders">Bring in councils’ borders for the maps</a>
          </p>
        )}
      </>
    ),
  }
})
