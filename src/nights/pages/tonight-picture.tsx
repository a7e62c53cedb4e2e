import { type Star, starsFor } from '../../constellations/stars.ts'
import type { Day } from '../../values/london.ts'
import { count } from '../../values/words.ts'
import type { Group, HomeShown, Sleeper } from '../rules/board.ts'
import { moment } from '../words.ts'

/**
 * The homes of a constellation under the night's sky: a filled star is a bed left, a name is a child who sleeps
 * there. A picture for the eye and for paper; whoever hears the page reads the tables under it, which say the same.
 */
export function NightPicture({ group, night }: { group: Group; night: Day }) {
  return (
    <div class="night-sky" aria-hidden="true">
      <SkyDust stars={starsFor(group.constellation ?? 'none')} />
      <div class="night-sky__homes">
        {group.homes.map((home) => (
          <NightHome home={home} night={night} />
        ))}
      </div>
    </div>
  )
}

/** The small stars of the sky, behind everything: a path of dots for each brightness. */
export const SkyDust = ({ stars }: { stars: readonly Star[] }) => (
  <svg
    class="night-sky__dust"
    aria-hidden="true"
    viewBox="0 0 1000 420"
    preserveAspectRatio="xMidYMid slice"
    focusable="false"
  >
    {DUST.map(({ from, to, width, opacity }) => (
      <path
        d={stars
          .filter(({ bright }) => bright >= from && bright < to)
          .map(({ x, y }) => `M${x} ${y}h0`)
          .join('')}
        stroke-width={width}
        opacity={opacity}
      />
    ))}
  </svg>
)

/** How stars of a brightness are drawn: diameter and opacity. */
const DUST = [
  { from: 0, to: 0.35, width: 1.4, opacity: 0.32 },
  { from: 0.35, to: 0.6, width: 2, opacity: 0.46 },
  { from: 0.6, to: 1, width: 2.8, opacity: 0.8 },
]

function NightHome({ home, night }: { home: HomeShown; night: Day }) {
  return (
    <div class={`night-home${home.part === 'hub' ? ' night-home--hub' : ''}`}>
      <div class="night-home__top">
        <span class="night-home__name">{home.name ?? 'A home you do not know'}</span>
        {home.part === 'hub' && <span class="night-home__part">Hub</span>}
        <Beds home={home} />
      </div>
      {home.children.length > 0 && (
        <div class="night-home__children">
          {home.children.map((child) => (
            <Chip child={child} night={night} />
          ))}
        </div>
      )}
    </div>
  )
}

const MOST = 6

function Beds({ home: { shut, bedsLeft, beds } }: { home: HomeShown }) {
  if (shut) {
    return <span class="night-home__beds">{shut === 'closed' ? 'Closed tonight' : 'Not open tonight'}</span>
  }
  if (beds === 0) return null
  return (
    <span class="night-home__beds">
      <Stars many={bedsLeft} />
      {bedsLeft === 0 ? 'No bed left' : `${count(bedsLeft, 'bed')} left`}
    </span>
  )
}

/** A star of five points for each bed that is free, as many as fit; drawn side by side in one picture. */
export function Stars({ many }: { many: number }) {
  const shown = Math.min(many, MOST)
  if (shown === 0) return null
  return (
    <svg
      class="night-star"
      viewBox={`0 0 ${shown * 24} 24`}
      width={shown * 20}
      height="20"
      focusable="false"
      aria-hidden="true"
    >
      <use href={`#stars-${shown}`} />
    </svg>
  )
}

/** The stars by number, drawn once on a page for all who use them. */
export const StarShapes = () => (
  <svg class="star-shapes" width="0" height="0" aria-hidden="true" focusable="false">
    {STAR_AT.map((_, at) => (
      <path id={`stars-${at + 1}`} d={STAR_AT.slice(0, at + 1).join('')} />
    ))}
  </svg>
)

const STAR_AT = Array.from(
  { length: MOST },
  (_, at) => `M${at * 24 + 12} 1.6l3.1 6.7 7.3.9-5.4 5 1.4 7.2-6.4-3.6-6.4 3.6 1.4-7.2-5.4-5 7.3-.9z`,
)

function Chip({ child, night }: { child: Sleeper; night: Day }) {
  const note = noteOf(child, night)
  return (
    <span class={`night-child night-child--${child.state}`}>
      <span class="night-child__name">{child.name}</span>
      {note && <span class="night-child__note">{note}</span>}
    </span>
  )
}

function noteOf({ state, homeName, since, until }: Sleeper, night: Day): string | null {
  switch (state) {
    case 'staying':
      return homeName && `from ${homeName}`
    case 'arriving':
      return since && `from ${moment(since, night)}`
    case 'late_arrival':
      return since && `late: due ${moment(since, night)}`
    case 'late_home':
      return until && `late home: due ${moment(until, night)}`
    default:
      return null
  }
}

/** What the marks of the pictures mean. */
export function NightKey() {
  return (
    <ul class="night-key" aria-label="Key to the pictures">
      <li>
        <Stars many={1} /> A bed left
      </li>
      <li>
        <span class="night-child night-child--home">Name</span> at home
      </li>
      <li>
        <span class="night-child night-child--staying">Name</span> staying
      </li>
      <li>
        <span class="night-child night-child--arriving">Name</span> expected
      </li>
      <li>
        <span class="night-child night-child--late_home">Name</span> late
      </li>
    </ul>
  )
}
