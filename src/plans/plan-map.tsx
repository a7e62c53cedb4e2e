import type { Child } from 'hono/jsx'
import { letterOf } from '../constellations/sky.tsx'
import { PlanMapKey } from './plan-map-key.tsx'
import { type Layout, layOutMap, type ToLayOut } from './plan-map-layout.ts'
import { PlanMapMark } from './plan-map-mark.tsx'
import { colourOf, round, threadPath, WIDTH } from './plan-map-shapes.ts'

export interface PlanMapProps extends ToLayOut {
  /** Begins the ids in the markup: another for each map on a page. */
  readonly id: string
  /** What the map is of: "Two constellations from 60 homes". */
  readonly title: string
  /** Homes by id, two and two, where brothers and sisters live apart. */
  readonly siblings: readonly (readonly [string, string])[]
  /** Where a home's mark leads: a page, or `#row` of the table. Null: it is no link. */
  readonly href: (home: string) => string | null
  /** The year for the attribution of positions and borders: "2026". */
  readonly year: string
  /** This home is the one the page is about, and has a ring. */
  readonly marked?: string | null
}

/**
 * The map of a plan, with its key and whose data it is: drawn on the server, without script. The page shows the same
 * facts in a table beside it. It takes
 *
 * - `homes`: everybody in the plan, by id and name, with the place in degrees or null (named under the map);
 * - `constellations`: in the table's order, for their letters A, B, C go by it, each a hub and its satellites by id;
 *   homes in none are left out, and drawn small and hollow;
 * - `borders`: what `readBorders` gives, as many as there are; those out of sight are not drawn. None: no borders;
 * - `barriers`: what a person drew, such as an estuary, each a name and its points;
 * - and what `PlanMapProps` says besides.
 *
 * Where no home has a place, it is a sentence.
 */
export function PlanMap(props: PlanMapProps) {
  const layout = layOutMap(props)
  if (!layout) return <p>There is no map: no home in this plan has a known place.</p>
  return (
    <figure class="plan-map-figure">
      <Picture {...props} layout={layout} />
      <PlanMapKey {...props} layout={layout} />
    </figure>
  )
}

function Picture({ layout, ...props }: PlanMapProps & { layout: Layout }) {
  const { id, title, constellations, siblings, marked } = props
  const { placed, height } = layout
  const moved = [...placed.values()].filter((home) => home.moved).length
  const ring = marked ? placed.get(marked) : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it, which no other element can be
    <svg
      class="plan-map"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`Map: ${title}`}</title>
      <desc id={`${id}-desc`}>
        North is up. A line joins each home to its hub.{' '}
        {moved > 0 && `${homesInWords(moved)} moved a little to make room. `}
        The same facts are in the table.
      </desc>
      <Ground layout={layout} />
      <Lines constellations={constellations} siblings={siblings} placed={placed} />
      {ring && <circle class="plan-map__marked" cx={round(ring.x)} cy={round(ring.y)} r={ring.radius + 9} />}
      <Marks {...props} placed={placed} />
      <Words layout={layout} />
    </svg>
  )
}

const homesInWords = (count: number) => (count === 1 ? '1 home is' : `${count} homes are`)

/** What the homes stand on: councils, and the lines a person drew. */
function Ground({ layout: { borders, barriers } }: { layout: Layout }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no keyboard focus
    <g aria-hidden="true">
      {borders.map(({ path, own }) => (
        <path
          class={`plan-map__council${own ? ' plan-map__council--own' : ''}`}
          d={path}
          fill-rule="evenodd"
        />
      ))}
      {barriers.map(({ path }) => (
        <path class="plan-map__barrier" d={path} />
      ))}
    </g>
  )
}

type LinesProps = Pick<PlanMapProps, 'constellations' | 'siblings'> & { placed: Layout['placed'] }

function Lines({ constellations, siblings, placed }: LinesProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no keyboard focus
    <g aria-hidden="true">
      {constellations.map(({ hub, satellites }, number) => {
        const from = placed.get(hub)
        const ways = satellites.flatMap((home) => {
          const to = placed.get(home)
          return from && to ? [`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`] : []
        })
        return ways.length > 0 && <path class={`plan-map__way ${colourOf(number)}`} d={ways.join('')} />
      })}
      {siblings.map(([one, other]) => {
        const [a, b] = [placed.get(one), placed.get(other)]
        return a && b && <path class="plan-map__thread" d={threadPath(a, b)} />
      })}
    </g>
  )
}

type MarksProps = Pick<PlanMapProps, 'homes' | 'constellations' | 'href'> & { placed: Layout['placed'] }

/** Constellation by constellation, hub first, so that the keyboard goes from home to home as the table does. */
function Marks({ homes, constellations, href, placed }: MarksProps) {
  const nameOf = new Map(homes.map(({ id, name }) => [id, name]))
  const inOne = new Set(constellations.flatMap(({ hub, satellites }) => [hub, ...satellites]))
  return (
    <>
      {constellations.map(({ hub, satellites }, number) =>
        [hub, ...satellites].map((home) => {
          const spot = placed.get(home)
          const letter = letterOf(number)
          const says =
            home === hub
              ? `${letter}: ${nameOf.get(home)}, hub`
              : `${letter}: ${nameOf.get(home)}, with ${nameOf.get(hub)}`
          return (
            spot && (
              <To href={href(home)} says={says}>
                <PlanMapMark spot={spot} number={number} letter={letter} />
              </To>
            )
          )
        }),
      )}
      {homes
        .filter(({ id }) => !inOne.has(id))
        .map(({ id, name }) => {
          const spot = placed.get(id)
          return (
            spot && (
              <To href={href(id)} says={`${name}, left out`}>
                <circle class="plan-map__out" cx={round(spot.x)} cy={round(spot.y)} r={spot.radius} />
              </To>
            )
          )
        })}
    </>
  )
}

function To({ href, says, children }: { href: string | null; says: string; children?: Child }) {
  const inside = (
    <>
      <title>{says}</title>
      {children}
    </>
  )
  return href === null ? <g>{inside}</g> : <a href={href}>{inside}</a>
}

/** Names and the scale, which the table and the key say too. */
function Words({ layout: { labels, placed, scale, height } }: { layout: Layout }) {
  const [x, y] = [14, height - 14]
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no keyboard focus
    <g class="plan-map__words" aria-hidden="true">
      {labels.map(({ id, text, x, y, anchor }) => (
        <text
          class={placed.get(id)?.part === 'hub' ? 'plan-map__hub-name' : 'plan-map__name'}
          x={round(x)}
          y={round(y)}
          text-anchor={anchor}
          dominant-baseline="central"
        >
          {text}
        </text>
      ))}
      <path class="plan-map__scale" d={`M${x} ${y - 7}V${y}H${round(x + scale.length)}V${y - 7}`} />
      <text class="plan-map__name" x={x + 6} y={y - 12}>
        {`${scale.km} km`}
      </text>
    </g>
  )
}
