import { type Cell, Table } from '../../platform/web/components/table.tsx'
import type { Visit } from '../../platform/web/visit.ts'
import type { Day } from '../../values/london.ts'
import { count, dayAndTime, list } from '../../values/words.ts'
import type { Board, HomeShown, Sleeper } from '../rules/board.ts'
import type { Summary } from '../rules/summary.ts'
import { isOut } from '../rules/tonight.ts'
import { bedsSay, whereSay } from '../words.ts'
import { NONE, ringAddress } from './tonight-sky.tsx'

type Props = { board: Pick<Board, 'children'>; night: Day }

/** Every child, the late first. */
export function ChildrenTable({ board: { children }, night }: Props) {
  if (children.length === 0) return <p>No child you may see is written down for this night.</p>
  return <WhereTable caption="Each child" listed={children} night={night} />
}

/** Where there are hundreds: who is late, expected or staying, or went elsewhere. */
export function AwayTable({ board: { children }, night }: Props) {
  if (children.length === 0) return <p>Every child you may see is at home.</p>
  return <WhereTable caption="Each child who is not at home" listed={children} night={night} />
}

type WhereProps = { caption: string; listed: readonly Sleeper[]; night: Day }

const WhereTable = ({ caption, listed, night }: WhereProps) => (
  <Table
    scroll
    caption={caption}
    captionSize="m"
    rowHeaders
    classes="tonight-children"
    head={['Child', 'Where']}
    rows={listed.map((child): Cell[] => [
      { text: <Named child={child} /> },
      { text: <Whereabouts child={child} night={night} /> },
    ])}
  />
)

const byLastName = new Intl.Collator('en-GB')

/** Every child by last name, in as little as a page of hundreds can say it with. */
export function EveryChildTable({ board: { children }, night }: Props) {
  if (children.length === 0) return <p>No child you may see is written down for this night.</p>
  const inOrder = children.toSorted(
    (a, b) => byLastName.compare(a.lastName, b.lastName) || byLastName.compare(a.name, b.name),
  )
  return (
    <section class="table-scroll" aria-label="Every child" tabindex={0}>
      <table class="govuk-table rows every-child">
        <caption class="govuk-table__caption govuk-table__caption--m">
          {count(children.length, 'child', 'children')}, by last name
        </caption>
        <thead>
          <tr>
            <th scope="col">Child</th>
            <th scope="col">Where</th>
            <th scope="col">Home</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((child) => (
            <tr>
              <th scope="row">
                <Named child={child} />
              </th>
              <td>{child.state === 'home' ? 'At home' : <Whereabouts child={child} night={night} />}</td>
              <td>{child.homeName ?? 'Not known'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Each constellation in a line, with the way to everything about it. */
export const SummariesTable = ({ summaries, visit }: { summaries: readonly Summary[]; visit: Visit }) => (
  <section class="table-scroll" aria-label="Each constellation" tabindex={0}>
    <table class="govuk-table rows tonight-rings">
      <caption class="govuk-table__caption govuk-table__caption--m">Each constellation</caption>
      <thead>
        <tr>
          {['Constellation', 'Beds left', 'At home', 'Away', 'Expected', 'Late', 'Homes', 'Not open'].map(
            (words) => (
              <th scope="col">{words}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {summaries.map((one) => (
          <tr>
            <th scope="row">
              <a href={ringAddress(visit, one)}>{one.name ?? NONE}</a>
            </th>
            {[one.bedsLeft, one.atHome, one.out, one.arriving, one.late, one.homes, one.shut].map((many) => (
              <td>{many}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

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
export function HomesTable({ board: { groups } }: { board: Board }) {
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
