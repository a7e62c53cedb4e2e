import { Finding } from '../../platform/web/components/finding.tsx'
import { count, dayAndTime, list } from '../../values/words.ts'
import type { AffectedStay } from '../store-stays.ts'

/** The stays that could not be as agreed, so that nobody closes a door without having seen who stands before it. */
export function StaysTouched({ stays }: { stays: readonly AffectedStay[] }) {
  if (stays.length === 0) return <p>No stay is planned there then.</p>
  return (
    <div class="findings">
      <Finding kind="yes" heading={`This touches ${count(stays.length, 'stay')}`}>
        <ul class="finding__list">
          {stays.map((stay) => (
            <li>
              {dayAndTime(stay.from)} to {dayAndTime(stay.to)}:{' '}
              {stay.names ? (
                <a href={`/sleepovers/${stay.stay}`}>{list(stay.names)}</a>
              ) : (
                count(stay.children, 'child', 'children')
              )}
            </li>
          ))}
        </ul>
        <p class="finding__why">
          They are put on hold, and everyone is told. The liaison worker arranges what happens instead.
          Children who are there already stay until the duty team has decided.
        </p>
      </Finding>
    </div>
  )
}
