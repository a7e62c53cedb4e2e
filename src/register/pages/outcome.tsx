import { Findings } from '../../platform/web/components/finding.tsx'
import type { SummaryRow } from '../../platform/web/components/summary-list.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { count, longDay } from '../../values/words.ts'
import { sayNotice } from '../problems.ts'
import type { Change } from '../rules.ts'
import type { KeptResult } from '../store-uploads.ts'

const MOST_SHOWN = 300

/** How much is new and how much changes, in figures. */
export function Figures({ outcome }: { outcome: KeptResult }) {
  const { homes, children, people, links } = outcome
  const row = (key: string, read: number, added: number, changed: number): SummaryRow => ({
    key,
    value: `${read} in the file: ${added} new, ${changed} changed, ${read - added - changed} as known`,
  })
  return (
    <SummaryList
      rows={[
        row('Homes', homes.read, homes.added, homes.changed),
        row('Children', children.read, children.added, children.changed),
        { key: 'Carers and social workers', value: `${people} new` },
        { key: 'Brothers and sisters, friends, kept apart', value: `${links.added} new` },
      ]}
    />
  )
}

/** What is known otherwise today, value by value. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  const more = changes.length - MOST_SHOWN
  return (
    <>
      <Table
        caption="What changes"
        scroll
        rowHeaders
        head={['Home or child', 'What', 'Known until now', 'From today']}
        rows={changes
          .slice(0, MOST_SHOWN)
          .map(({ about, what, was, now }) => [about, what, inDays(was), inDays(now)])}
      />
      {more > 0 && <p>And {count(more, 'more change')}.</p>}
    </>
  )
}

/** Days as people read them. */
const inDays = (text: string): string => text.replace(/\b\d{4}-\d\d-\d\d\b/g, longDay)

/** What is good to know of the files. */
export function Notices({ outcome }: { outcome: KeptResult }) {
  const { notices } = outcome
  if (notices.length === 0) return null
  const more = notices.length - MOST_SHOWN
  const says = notices.slice(0, MOST_SHOWN).map(sayNotice)
  const all = more > 0 ? [...says, `And ${more} more like these.`] : says
  return <Findings findings={all.map((line) => ({ kind: 'know', says: line }))} />
}

/** True where the import would leave everything as it is. */
export const changesNothing = ({ homes, children, people, links }: KeptResult): boolean =>
  homes.added + homes.changed + children.added + children.changed + people + links.added === 0
