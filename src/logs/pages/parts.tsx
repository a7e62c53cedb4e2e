import { may } from '../../access/policy.ts'
import type { Actor } from '../../platform/actor.ts'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState, View, Visit } from '../../platform/web/visit.ts'
import { sleepover } from '../../sleepovers/lists.ts'
import type { StayShown } from '../../sleepovers/store-lists.ts'
import { dayOf, timeOf } from '../../values/london.ts'
import { count, list } from '../../values/words.ts'
import { notBegun } from '../rules.ts'

export const section = 'Sleepovers'

export const stayPath = (visit: Visit) => `/sleepovers/${visit.params.stay}`
export const logPath = (visit: Visit) => `${stayPath(visit)}/log`
export const withStay = (visit: Visit, typed: object) => ({ ...typed, stay: visit.params.stay })

/** The children of the stay the reader may see; others are counted. */
export const whose = (stay: StayShown): string =>
  stay.names.length > 0 ? list(stay.names) : count(stay.number, 'child', 'children')

export const mayWrite = (actor: Actor, stay: StayShown): boolean => may.writeLog(actor, subjectOf(stay))
export const mayWriteWord = (actor: Actor, stay: StayShown): boolean => may.writeWord(actor, subjectOf(stay))

const subjectOf = ({ home, host, children }: StayShown) => ({
  home,
  host,
  children: children.map(({ child }) => child),
})

type Ask = {
  title: string
  can: (actor: Actor, stay: StayShown) => boolean
  body: (stay: StayShown) => Promise<View['body']> | View['body']
}

/** A page that writes in the log; where that cannot be, why not and what to do instead. */
export async function logForm(visit: Visit, { title, can, body }: Ask): Promise<View> {
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  const actor = await visit.actor()
  const stopped = whyNot(stay, can(actor, stay), actor.service.dutyPhone)
  return {
    title,
    section,
    back: { href: logPath(visit) },
    body: (
      <>
        <p>
          {whose(stay)} at {stay.hostName ?? 'another home'}.
        </p>
        {stopped ? (
          <>
            <p>{stopped}</p>
            {!stay.arrivedAt && (
              <p>
                <a href={stayPath(visit)}>Go to the sleepover</a>
              </p>
            )}
          </>
        ) : (
          await body(stay)
        )}
      </>
    ),
  }
}

function whyNot(stay: StayShown, can: boolean, duty: string): string | null {
  if (stay.children.length === 0)
    return `This sleepover is over, and their records are closed to you now. What still has to be written down, tell the duty worker: ${duty}.`
  if (!can)
    return `You can read this, but writing here is for others. What has to be written down, tell the duty worker: ${duty}.`
  return notBegun(stay) && `${notBegun(stay)}.`
}

/** Which child, where there are several; the one there is goes without saying. */
export function WhichChild({ stay, state }: { stay: StayShown; state: FormState }) {
  const [first, ...others] = stay.children
  if (first && others.length === 0 && !errorFor(state, 'child'))
    return <input type="hidden" name="child" value={first.child} />
  return (
    <Radios
      name="child"
      legend="Which child?"
      items={stay.children.map(({ child, name }) => ({ value: child, text: name }))}
      value={words(state.typed.child)}
      error={errorFor(state, 'child')}
    />
  )
}

type WhenProps = { visit: Visit; state: FormState; day: string; time: string }

/** A day and a time; now, unless something else was typed. */
export function When({ visit, state, day, time }: WhenProps) {
  const first = state.errors.length === 0
  return (
    <>
      <Input
        name="at"
        label={time}
        hint="For example, 5pm or 17:20"
        width={5}
        value={first ? timeOf(visit.now) : words(state.typed.at)}
        error={errorFor(state, 'at')}
      />
      <DateInput
        name="on"
        legend={day}
        values={first ? dateValues({ typed: { on: dayOf(visit.now) } }, 'on') : dateValues(state, 'on')}
        error={errorFor(state, 'on')}
      />
    </>
  )
}
