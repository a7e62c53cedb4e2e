import { Table } from '../../platform/web/components/table.tsx'
import type { ShownPlanHome } from '../plan-home.ts'
import { kmInWords, moreInWords } from './parts.tsx'

/** What else was near, what it would cost, and what keeps the home out of it. */
export function WaysOn({ home: { waysOn } }: { home: ShownPlanHome }) {
  return (
    <Table
      scroll
      caption="Where else it could be"
      captionSize="m"
      rowHeaders
      head={['Hub', { text: 'Away', format: 'numeric' }, 'Moving it there alone', 'What it would break']}
      rows={waysOn.map(({ name, km, moreKm, breaks }) => [
        { text: name },
        { text: km === null ? '–' : kmInWords(km), format: 'numeric' },
        { text: moreInWords(moreKm) },
        { text: breaks.length === 0 ? 'Nothing' : breaks.join(' ') },
      ])}
    />
  )
}
