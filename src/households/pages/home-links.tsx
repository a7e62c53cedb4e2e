import { Table } from '../../platform/web/components/table.tsx'
import { longDay } from '../../values/words.ts'
import { ORDERED_BY } from '../kinds.ts'
import type { Link } from '../store-around.ts'
import type { Shown } from './home-about.tsx'
import { ToDo, Unseen } from './parts.tsx'

/** Homes that are friends of this one, and homes it is kept apart from. */
export function Links({ home, path }: Shown) {
  const { links, can } = home
  const of = (kind: Link['kind']) => links.filter((link) => link.kind === kind)
  const end = (link: Link) =>
    can.change
      ? [
          <a href={`${path}/links/${link.household}/end?kind=${link.kind}`}>
            End<span class="govuk-visually-hidden">: {link.name}</span>
          </a>,
        ]
      : []
  const until = (link: Link) => (link.until ? longDay(link.until) : '')
  const to = (link: Link) => <a href={`/households/${link.household}`}>{link.name}</a>
  const last = can.change ? [ToDo] : []
  return (
    <>
      <h2>Other homes</h2>
      {of('friendship').length === 0 ? (
        <p>{home.sees === 'whole' ? 'No friends are recorded.' : 'No friends that you may see.'}</p>
      ) : (
        <Table
          caption="Friends"
          captionSize="s"
          scroll
          rowHeaders
          head={['Home', 'Until', ...last]}
          rows={of('friendship').map((link) => [to(link), until(link), ...end(link)])}
        />
      )}
      {!can.seeKeptApart ? (
        <p>
          Homes kept apart from this one: <Unseen />
        </p>
      ) : of('keep_apart').length === 0 ? (
        <p>No home is to be kept apart from this one.</p>
      ) : (
        <Table
          caption="Kept apart"
          captionSize="s"
          scroll
          rowHeaders
          head={['Home', 'Ordered by', 'Why', 'Until', ...last]}
          rows={of('keep_apart').map((link) => [
            to(link),
            link.orderedBy ? ORDERED_BY[link.orderedBy] : 'Not recorded',
            link.reason ?? '',
            until(link),
            ...end(link),
          ])}
        />
      )}
      {can.change && (
        <p>
          <a href={`${path}/links/add`}>Link with another home</a>
        </p>
      )}
    </>
  )
}
