import { SummaryList, type SummaryRow } from '../../platform/web/components/summary-list.tsx'
import { longDay } from '../../values/words.ts'
import type { ChildRecord } from '../child-record.ts'

export type Shown = { record: ChildRecord; path: string }

/** Who the child is, where their home is, whose work they are. */
export function About({ record, path }: Shown) {
  const { can, legalStatus, home, worker } = record
  const change = (to: string, hidden: string, text = 'Change') =>
    can.change ? { actions: [{ text, href: `${path}/${to}`, hidden }] } : {}
  const rows: SummaryRow[] = [
    { key: 'Born', value: `${longDay(record.dob)}: ${record.age}`, ...change('change', 'who they are') },
    { key: 'Sex', value: record.sexWords },
    { key: 'Reference', value: record.reference },
    { key: 'Responsible authority', value: record.responsibleAuthority ?? 'Not recorded' },
    {
      key: 'Legal status',
      value: legalStatus ? `${legalStatus.says}, since ${longDay(legalStatus.from)}` : 'Not recorded',
      ...change('legal-status', 'legal status'),
    },
    {
      key: 'Home',
      value: home ? (
        <>
          {home.household ? <a href={`/households/${home.household}`}>{home.name}</a> : home.name}, since{' '}
          {longDay(home.from)}
        </>
      ) : (
        'No home here'
      ),
      ...(can.change && {
        actions: [
          { text: 'Move', href: `${path}/place`, hidden: 'to another home' },
          ...(home ? [{ text: 'Left', href: `${path}/end-placement`, hidden: 'the service’s homes' }] : []),
        ],
      }),
    },
    {
      key: 'Social worker',
      value: worker ? (
        <>
          {worker.name}
          {worker.phone && (
            <>
              <br />
              <a href={`tel:${worker.phone}`}>{worker.phone}</a>
            </>
          )}
        </>
      ) : (
        'Nobody yet'
      ),
      ...change('worker', 'social worker'),
    },
    { key: 'Pets', value: record.petWords },
    { key: 'Cared for', value: record.caredForAlongsideWords },
  ]
  return <SummaryList rows={rows} card={{ title: 'About' }} />
}
