import { type Cell, Table } from '../../platform/web/components/table.tsx'
import { list, longDay } from '../../values/words.ts'
import { letterOf, nameOf, roundTheHub, wayInWords } from '../sky.tsx'
import type { Shown, ShownHome } from '../the-constellation.ts'

const parts = { hub: 'Hub', satellite: 'Satellite', guest: 'Guest' } as const

/** The facts of the picture again, for everyone who reads them better in rows. */
export function HomesTable({ shown }: { shown: Shown }) {
  const round = roundTheHub(shown)
  const letters = new Map(round.map(({ household }, index) => [household, letterOf(index)]))
  const called = (household: string) => {
    const home = shown.homes.find((one) => one.household === household)
    return home?.name ?? (home?.part === 'hub' ? 'the hub' : (letters.get(household) ?? ''))
  }
  if (shown.homes.length === 0) return <p>No home is part of it yet.</p>
  const leaving = shown.homes.some(({ canLeave }) => canLeave) && shown.stage !== 'closed'
  return (
    <Table
      scroll
      caption={`Homes of ${shown.name}`}
      captionSize="m"
      rowHeaders
      head={[
        'Home',
        'Part',
        shown.hub ? 'From the hub' : 'From the middle',
        'Bed tonight',
        'Friends',
        'Brothers and sisters',
        ...(leaving
          ? [{ text: <span class="govuk-visually-hidden">What you can do</span>, classes: 'no-print' }]
          : []),
      ]}
      rows={shown.homes.map((home): Cell[] => [
        { text: <HomeName home={home} letter={letters.get(home.household)} /> },
        { text: <Part home={home} asAt={shown.asAt} /> },
        { text: home.part === 'hub' ? '' : wayInWords(home) },
        { text: bedInWords(home) },
        { text: list(home.friends.map(called)) },
        { text: list(home.siblings.map(called)) },
        ...(leaving
          ? [{ text: home.canLeave && <Leave home={home} shown={shown} />, classes: 'no-print' }]
          : []),
      ])}
    />
  )
}

function HomeName({ home, letter }: { home: ShownHome; letter: string | undefined }) {
  return (
    <span class="home-name">
      <span class="home-letter">{letter}</span>{' '}
      {home.name ? <a href={`/households/${home.household}`}>{home.name}</a> : nameOf(home)}
    </span>
  )
}

function Part({ home, asAt }: { home: ShownHome; asAt: string }) {
  const { part, since, until, buddy } = home
  return (
    <>
      {parts[part]}
      {buddy?.name && ` with ${buddy.name}`}
      <br />
      <span class="small quiet">
        {`since ${longDay(since)}`}
        {until && until > asAt && `, until ${longDay(until)}`}
      </span>
    </>
  )
}

function bedInWords({ tonight, beds }: ShownHome): string {
  if (beds) return beds.of === 0 ? 'No beds kept' : `${beds.free} of ${beds.of} free`
  return tonight === null ? 'Not yours to see' : tonight === 'free' ? 'Free' : 'None free'
}

function Leave({ home, shown }: { home: ShownHome; shown: Shown }) {
  return (
    <a href={`/constellations/${shown.constellation}/leave/${home.household}`}>
      Leave<span class="govuk-visually-hidden">: {nameOf(home)}</span>
    </a>
  )
}
