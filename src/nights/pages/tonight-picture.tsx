import { starsFor } from '../../constellations/stars.ts'
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
      <svg
        class="night-sky__dust"
        aria-hidden="true"
        viewBox="0 0 1000 420"
        preserveAspectRatio="xMidYMid slice"
        focusable="false"
      >
        {starsFor(group.constellation ?? 'none').map(({ x, y, r, bright }) => (
          <circle cx={x} cy={y} r={r} opacity={bright} />
        ))}
      </svg>
      <div class="night-sky__homes">
        {group.homes.map((home) => (
          <NightHome home={home} night={night} />
        ))}
      </div>
    </div>
  )
}

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
      {Array.from({ length: Math.min(bedsLeft, MOST) }, () => (
        <Star />
      ))}
      {bedsLeft === 0 ? 'No bed left' : `${count(bedsLeft, 'bed')} left`}
    </span>
  )
}

/** A star of five points, a bed that is free. */
export const Star = () => (
  <svg class="night-star" viewBox="0 0 24 24" width="20" height="20" focusable="false" aria-hidden="true">
    <path d="M12 1.6l3.1 6.7 7.3.9-5.4 5 1.4 7.2L12 17.8l-6.4 3.6L7 14.2l-5.4-5 7.3-.9z" />
  </svg>
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
