import { nightsOf } from '../../values/nights.ts'
import { count, dayAndTime } from '../../values/words.ts'
import type { LegShown, StayShown } from '../store-lists.ts'
import { STATUS_WORDS } from '../words.ts'

/** How each leg stands, in the middle of a sentence. */
const standing = ({ status }: LegShown): string =>
  status === 'requested' ? 'asked for, not agreed yet' : STATUS_WORDS[status].toLowerCase()

function says(leg: LegShown, before: LegShown | undefined): string {
  const nights = nightsOf(leg)
  const length = nights.length > 0 ? count(nights.length, 'night') : `until ${dayAndTime(leg.to)}`
  const where = leg.hostName ?? 'another home'
  if (!before) return `${length} at ${where}`
  if (before.host !== leg.host) return `Then ${length} at ${where}`
  return nights.length > 0 ? `Then ${count(nights.length, 'more night')}` : `Then ${length}`
}

/** Stays that go on from each other, told as the one story they are. Nothing for a stay that stands alone. */
export function Story({ stay }: { stay: StayShown }) {
  if (stay.legs.length < 2) return null
  return (
    <>
      <h2>The whole stay</h2>
      <ol>
        {stay.legs.map((leg, index) => {
          const text = `${says(leg, stay.legs[index - 1])}, ${standing(leg)}`
          return (
            <li>
              {leg.id === stay.id ? <strong>{text}</strong> : <a href={`/sleepovers/${leg.id}`}>{text}</a>}
              <br />
              {dayAndTime(leg.from)} to {dayAndTime(leg.to)}
              {leg.id === stay.id && ' (this page)'}
            </li>
          )
        })}
      </ol>
    </>
  )
}
