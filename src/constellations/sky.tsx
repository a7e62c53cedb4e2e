import type { Child } from 'hono/jsx'
import { milesInWords } from './direction.ts'
import {
  curve,
  type Disc,
  HEIGHT,
  HOME_RADIUS,
  HUB_RADIUS,
  layOut,
  pathOf,
  ringWords,
  WIDTH,
} from './sky-layout.ts'
import { starsFor } from './stars.ts'
import type { Shown, ShownHome } from './the-constellation.ts'

/** The letter a home has in the picture and in the table, by its place in the list: A to Z, then A2 and on. */
export const letterOf = (index: number): string =>
  String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26) + 1))

/** What a home is called on the page; one that the reader may not know has no name. */
export const nameOf = ({ name }: { name: string | null }): string => name ?? 'A home you do not know'

/** The homes round the hub, in the order of the table and its letters. */
export const roundTheHub = ({ homes }: Pick<Shown, 'homes'>): ShownHome[] =>
  homes.filter(({ part }) => part !== 'hub')

/** Where a home is from the hub, in words. */
export const wayInWords = ({ way }: Pick<ShownHome, 'way'>): string =>
  way ? `${milesInWords(way)} ${way.wind}` : 'Not known'

/** The constellation as a night sky; every fact is in the table under it too. */
export function Sky({ shown }: { shown: Shown }) {
  const homes = roundTheHub(shown)
  const placed = homes.map(({ household, name, way }) => ({ id: household, name, way }))
  const sky = layOut(placed, [...shown.ties.siblings, ...shown.ties.friends], shown.hub)
  const hub = shown.homes.find(({ part }) => part === 'hub')
  const places = new Map<string, { x: number; y: number }>(sky.discs.map((disc) => [disc.id, disc]))
  if (hub) places.set(hub.household, sky.centre)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it, which no other element can be
    <svg class="sky" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-labelledby="sky-title sky-desc">
      <title id="sky-title">{`${shown.name} as a picture`}</title>
      <desc id="sky-desc">
        {hub ? 'The hub is in the middle; each' : 'There is no hub yet. Each'} home stands in its true
        direction and distance. The same facts are in the table below.
      </desc>
      <defs>
        <radialGradient id="sky-glow">
          <stop offset="0.4" stop-color="#ffdf8a" stop-opacity="0.5" />
          <stop offset="0.7" stop-color="#ffe9b0" stop-opacity="0.14" />
          <stop offset="1" stop-color="#ffffff" stop-opacity="0" />
        </radialGradient>
      </defs>
      <Backdrop dust>
        {starsFor(shown.constellation).map(({ x, y, r, bright }) => (
          <circle cx={x} cy={y} r={r} opacity={bright} />
        ))}
      </Backdrop>
      <Backdrop>
        {sky.rings.map(({ radius }) => (
          <circle class="sky__ring" cx={sky.centre.x} cy={sky.centre.y} r={round(radius)} />
        ))}
        {hub && sky.discs.map((disc) => <Spoke disc={disc} from={sky.centre} />)}
        <Ties pairs={shown.ties.friends} places={places} kind="friends" />
        <Ties pairs={shown.ties.siblings} places={places} kind="siblings" />
        {sky.rings.map(({ miles, label }) => label && <RingLabel miles={miles} {...label} />)}
        {sky.labels.map(({ text, x, y, anchor }) => (
          <text class="sky__name" x={round(x)} y={round(y)} text-anchor={anchor} dominant-baseline="central">
            {text}
          </text>
        ))}
      </Backdrop>
      {hub ? <Hub home={hub} at={sky.centre} /> : <NoHub at={sky.centre} />}
      {homes.map((home, index) => {
        const disc = sky.discs.find(({ id }) => id === home.household)
        return disc && <Home home={home} disc={disc} letter={letterOf(index)} />
      })}
    </svg>
  )
}

/** What the links and the table say already, or what says nothing: not read out. */
function Backdrop({ dust, children }: { dust?: boolean; children?: Child }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no keyboard focus
    <g class={dust ? 'sky__dust' : undefined} aria-hidden="true">
      {children}
    </g>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

type At = { x: number; y: number }

function Spoke({ disc, from }: { disc: Disc; from: At }) {
  if (disc.placed === 'unknown') return null
  return <path class="sky__spoke" d={`M${from.x} ${from.y}L${round(disc.x)} ${round(disc.y)}`} />
}

function RingLabel({ miles, x, y }: At & { miles: number }) {
  return (
    <text class="sky__ring-label" x={round(x)} y={round(y)} text-anchor="middle" dominant-baseline="central">
      {ringWords(miles)}
    </text>
  )
}

type TiesProps = {
  pairs: readonly (readonly [string, string])[]
  places: ReadonlyMap<string, At>
  kind: 'siblings' | 'friends'
}

function Ties({ pairs, places, kind }: TiesProps) {
  return (
    <>
      {pairs.map(([one, other]) => {
        const [a, b] = [places.get(one), places.get(other)]
        return a && b && <path class={`sky__${kind}`} d={pathOf(curve(a, b))} />
      })}
    </>
  )
}

const tonightWords = { free: 'a bed free tonight', none: 'no bed free tonight' }

/** Leads to the home's record, for those who may know the home. */
function To({ home, children }: { home: ShownHome; children?: Child }) {
  return home.name === null ? <g>{children}</g> : <a href={`/households/${home.household}`}>{children}</a>
}

function Hub({ home, at }: { home: ShownHome; at: At }) {
  const words = { free: 'bed free', none: 'no bed' }
  const beds = home.beds ? `${home.beds.free} of ${home.beds.of}` : home.tonight ? words[home.tonight] : ''
  // What can be read in the picture comes first, so that a voice can follow the link by it.
  const says = `Hub ${beds}${home.beds ? ' beds free' : ''} tonight: ${nameOf(home)}`
  return (
    <To home={home}>
      <title>{says}</title>
      {home.tonight === 'free' && (
        <circle class="sky__glow" cx={at.x} cy={at.y} r={HUB_RADIUS * 1.8} fill="url(#sky-glow)" />
      )}
      <circle class="sky__hub" cx={at.x} cy={at.y} r={HUB_RADIUS} />
      <text class="sky__hub-name" x={at.x} y={at.y - 9} text-anchor="middle" dominant-baseline="central">
        Hub
      </text>
      <text class="sky__hub-beds" x={at.x} y={at.y + 14} text-anchor="middle" dominant-baseline="central">
        {beds}
      </text>
    </To>
  )
}

function NoHub({ at }: { at: At }) {
  return (
    <Backdrop>
      <circle class="sky__home sky__home--waiting" cx={at.x} cy={at.y} r={HUB_RADIUS} />
      <text class="sky__hub-beds" x={at.x} y={at.y} text-anchor="middle" dominant-baseline="central">
        No hub
      </text>
    </Backdrop>
  )
}

function Home({ home, disc, letter }: { home: ShownHome; disc: Disc; letter: string }) {
  const free = home.tonight === 'free'
  const where = home.way ? wayInWords(home) : 'place not known'
  const says = [`${letter}: ${nameOf(home)}`, where, home.tonight && tonightWords[home.tonight]]
  const [x, y] = [round(disc.x), round(disc.y)]
  const kind = free ? ' sky__home--free' : ''
  return (
    <To home={home}>
      <title>{says.filter(Boolean).join(', ')}</title>
      {free && <circle class="sky__glow" cx={x} cy={y} r={HOME_RADIUS * 1.9} fill="url(#sky-glow)" />}
      {disc.placed === 'unknown' && <circle class="sky__unknown" cx={x} cy={y} r={HOME_RADIUS + 4.5} />}
      <circle class={`sky__home${kind}`} cx={x} cy={y} r={HOME_RADIUS} />
      <text class="sky__letter" x={x} y={y} text-anchor="middle" dominant-baseline="central">
        {letter}
      </text>
    </To>
  )
}
