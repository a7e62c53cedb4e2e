import { Finding } from '../../platform/web/components/finding.tsx'
import { orderedByWords, say, sayDays } from '../say.ts'
import type { Shown } from './child-about.tsx'

/** Brothers and sisters, whom the child must not be with, and with whom they may share a bedroom. */
export function Ties({ record, path }: Shown) {
  const { siblings, mustNotMeet, roomSharing, can } = record
  return (
    <>
      <h2>Brothers and sisters</h2>
      {siblings.length === 0 && <p>None recorded.</p>}
      <ul>
        {siblings.map(({ child, says, home }) => (
          <li>
            {child ? <a href={`/children/${child}`}>{says}</a> : says}
            {home && `, ${home}`}
            {can.change && child && (
              <>
                {' '}
                <a class="no-print" href={`${path}/siblings/${child}/unlink`}>
                  Take away<span class="govuk-visually-hidden"> {says} as brother or sister</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {can.change && (
        <p>
          <a href={`${path}/siblings`}>Add a brother or sister</a>
        </p>
      )}
      <h2>Must not be with</h2>
      {mustNotMeet.length === 0 && <p>Nobody recorded.</p>}
      <div class="findings">
        {mustNotMeet.map(({ apart, says, orderedBy, reason, from, until }) => (
          <Finding kind="stop" heading={`Not with ${says}`} headingLevel={3}>
            <p>
              {say(orderedByWords, orderedBy)}, {sayDays(from, until)}.
            </p>
            {reason && <p>{reason}</p>}
            {can.change && (
              <p class="no-print">
                <a href={`${path}/apart/${apart}/lift`}>
                  Lift this<span class="govuk-visually-hidden">: not with {says}</span>
                </a>
              </p>
            )}
          </Finding>
        ))}
      </div>
      {can.change && (
        <p>
          <a href={`${path}/apart`}>Add somebody they must not be with</a>
        </p>
      )}
      <h2>Sharing a bedroom</h2>
      {roomSharing.length === 0 && <p>Not agreed with anybody.</p>}
      <ul>
        {roomSharing.map(({ says, authority, from, until }) => (
          <li>
            With {says}: agreed by {authority}, {sayDays(from, until)}
          </li>
        ))}
      </ul>
      {can.giveConsent && (
        <p>
          <a href={`${path}/room-sharing`}>Record that sharing is agreed</a>
        </p>
      )}
    </>
  )
}
