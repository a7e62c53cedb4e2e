import { may } from '../../access/policy.ts'
import type { Actor } from '../../platform/actor.ts'
import { Finding } from '../../platform/web/components/finding.tsx'
import type { Holding } from '../store-emergency.ts'

/** `asked`: the children asked for. JSX keeps the name `children` for itself. */
type Props = { held: Holding; asked: string[]; actor: Actor }

/** A child who is asked for has a bed somewhere already: where to go on from there. */
export function StayAlready({ held, asked, actor }: Props) {
  const path = `/sleepovers/${held.stay}`
  const subject = { home: held.home, host: held.host, children: asked }
  const mayMove = held.there && may.changeSleepover(actor, subject)
  const mayAnswer = held.waits && may.answerByPhone(actor, subject)
  return (
    <div class="findings">
      <Finding kind="stop" heading="There is a stay already">
        <p>
          One of them has a bed somewhere in that time. <a href={path}>Open that stay</a> to see how it
          stands.
        </p>
        {mayAnswer && (
          <p>
            <a href={`${path}/held`}>Say what they answered</a>
          </p>
        )}
        {mayMove && (
          <p>
            They cannot stay there? <a href={`${path}/move`}>Move them instead</a>, or ring the duty line on{' '}
            <strong>{actor.service.dutyPhone}</strong>.
          </p>
        )}
      </Finding>
    </div>
  )
}
