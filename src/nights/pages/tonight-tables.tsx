import { type Cell, Table } from '../../platform/web/components/table.tsx'
import type { Day } from '../../values/london.ts'
import { dayAndTime, list } from '../../values/words.ts'
import type { Board, HomeShown, Sleeper } from '../rules/board.ts'
import { isOut } from '../rules/tonight.ts'
import { bedsSay, whereSay } from '../words.ts'

type Props = { board: Board; night: Day }

/** Every child, the late first. */
export function ChildrenTable({ board: { children }, night }: Props) {
  if (children.length === 0) return <p>No child you may see is written down for this night.</p>
  return (
    <Table
      scroll
      caption="Each child"
      captionSize="m"
      rowHeaders
      classes="tonight-children"
      head={['Child', 'Where']}
      rows={children.map((child): Cell[] => [
        { text: <Named child={child} /> },
        { text: <Whereabouts child={child} night={night} /> },
      ])}
    />
  )
}

const Named = ({ child: { child, name, lastName } }: { child: Sleeper }) => (
  <a href={`/children/${child}/card`}>
    {name} {lastName}
  </a>
)

function Whereabouts({ child, night }: { child: Sleeper; night: Day }) {
  const words = whereSay(child, night)
  const said = child.stay === null ? words : <a href={`/sleepovers/${child.stay}`}>{words}</a>
  return (
    <>
      {child.emergency && isOut(child.state) && 'Emergency. '}
      {said}
      {child.state !== 'home' && <span class="tonight-more">{moreSay(child)}</span>}
    </>
  )
}

/** The bed, where they come from and until when, as far as the reader may know. */
const moreSay = ({ bed, homeName, until }: Sleeper): string =>
  [bed, homeName && `from ${homeName}`, until && `until ${dayAndTime(until)}`].filter(Boolean).join(' · ')

/** Every home with its beds and who sleeps there; of some homes only the beds left. */
export function HomesTable({ board: { groups } }: Props) {
  const homes = groups.flatMap((group) => group.homes.map((home) => ({ home, group })))
  if (homes.length === 0) return null
  return (
    <Table
      scroll
      caption="Each home"
      captionSize="m"
      rowHeaders
      classes="tonight-homes"
      head={['Home', 'Beds', 'Who sleeps there', ...(groups.length > 1 ? ['Constellation'] : [])]}
      rows={homes.map(({ home, group }): Cell[] => [
        { text: <HomeName home={home} /> },
        { text: bedsSay(home) },
        { text: sleepingSay(home) },
        ...(groups.length > 1 ? [{ text: group.name ?? 'None' }] : []),
      ])}
    />
  )
}

const HomeName = ({ home: { household, name, part } }: { home: HomeShown }) => (
  <>
    {name === null ? 'A home you do not know' : <a href={`/households/${household}`}>{name}</a>}
    {part === 'hub' && ', hub'}
  </>
)

function sleepingSay({ whole, children }: HomeShown): string {
  if (children.length > 0) return list(children.map(({ name }) => name))
  return whole ? 'No child' : 'Not shown'
}
