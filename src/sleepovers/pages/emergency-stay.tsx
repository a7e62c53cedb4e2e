import { may } from '../../access/policy.ts'
import { roleName } from '../../access/roles.ts'
import type { Actor, Role } from '../../platform/actor.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { dayAndTime, longDay } from '../../values/words.ts'
import type { StayShown } from '../store-lists.ts'

const CAME_TO_NOTHING: readonly string[] = ['declined', 'cancelled', 'no_show']

/** What is particular to an emergency on its page: whom to ring, what was allowed by voice, who confirms it. */
export function Emergency({ stay, actor, path }: { stay: StayShown; actor: Actor; path: string }) {
  if (stay.kind !== 'emergency') return null
  const subject = { home: stay.home, host: stay.host, children: stay.children.map(({ child }) => child) }
  const open = !CAME_TO_NOTHING.includes(stay.status)
  const mayConfirm = may.confirmEmergency(actor, subject) && stay.requestedByPerson !== actor.person
  const says = (key: string) =>
    stay.weighed.flatMap(({ findings }) => findings).find((one) => one.key === key)?.says ?? key
  return (
    <>
      {stay.confirmedAt ? (
        <p>
          Confirmed on {dayAndTime(stay.confirmedAt)}: {stay.confirmNote}
        </p>
      ) : (
        open && (
          <p>
            An emergency.{' '}
            {stay.returnedAt
              ? 'It is over, and somebody still looks at it and confirms it.'
              : 'It is confirmed or ended on the next working day.'}
          </p>
        )
      )}
      {stay.status === 'requested' &&
        may.answerByPhone(actor, subject) &&
        !may.answerSleepover(actor, subject) && (
          <Button href={`${path}/held`}>Ring {stay.hostName ?? 'them'}, and say what they answered</Button>
        )}
      {open && !stay.confirmedAt && mayConfirm && (
        <Button href={`${path}/confirm`} kind="secondary">
          Confirm this emergency
        </Button>
      )}
      {stay.acceptances.length > 0 && (
        <Table
          caption="Allowed by voice"
          scroll
          head={['What', 'Who', 'Why', 'How everybody is kept safe', 'Holds']}
          rows={stay.acceptances.map((one) => [
            says(one.finding),
            `${one.by}, ${roleName(one.role as Role)}, ${dayAndTime(new Date(one.at))}`,
            one.reason,
            one.plan,
            stay.confirmedAt ? 'to the end of the stay' : `until ${longDay(one.until)}`,
          ])}
        />
      )}
    </>
  )
}
