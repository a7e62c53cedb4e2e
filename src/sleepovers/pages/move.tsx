import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf, timeOf } from '../../values/london.ts'
import { count, dayAndTime } from '../../values/words.ts'
import type { Alternative } from '../alternatives.ts'
import type { Finding } from '../facts.ts'
import { homesToMoveTo, sleepover } from '../lists.ts'
import { moveSleepover } from '../move-sleepover.ts'
import { shown } from './findings.ts'
import { section, whoGoes } from './stay.tsx'

const choiceOf = ({
  host,
  hostName,
  miles,
  knowsThem,
  yeses,
  phone,
}: Alternative & { phone: string | null }) => ({
  value: host,
  text: miles === null ? hostName : `${hostName}, ${miles} miles`,
  hint: [
    ...(phone ? [`Ring ${phone}.`] : []),
    ...(knowsThem ? ['They have stayed there before.'] : []),
    yeses === 0
      ? 'Nothing stands in the way.'
      : `Needs ${count(yeses, 'yes', 'yeses')} first: ring the duty line.`,
  ].join(' '),
})

async function moveView(visit: Visit, state: FormState): Promise<View> {
  const { stay: id } = visit.params
  const stay = await visit.look(sleepover, { stay: id })
  const { homes, same: ours } = await visit.look(homesToMoveTo, { stay: id })
  const actor = await visit.actor()
  const { dutyPhone } = actor.service
  const begun = stay.legs.some(({ status }) => status === 'arrived')
  const first = state.errors.length === 0
  const findings = (state.detail.findings ?? []) as Finding[]
  const subject = { home: stay.home, host: stay.host, children: stay.children.map(({ child }) => child) }
  // What is planned and has not begun has the time: the new home answers itself.
  const answersItself = stay.kind !== 'emergency' && !begun && !may.bringYes(actor, subject)
  const sayYes = [
    ...homes.flatMap(({ hostName, carers }) => carers.map((one) => ({ ...one, home: hostName }))),
    ...ours.map((one) => ({ ...one, home: stay.hostName ?? 'the same home' })),
  ]
  const same = { value: stay.host, text: `${stay.hostName ?? 'The same home'}, another bed` }
  return {
    title: begun ? 'They move to another home' : 'Another home, or another bed',
    section,
    back: { href: `/sleepovers/${id}` },
    body: (
      <>
        <p>
          {whoGoes(stay)} at {stay.hostName ?? 'another home'}, {dayAndTime(stay.from)} to{' '}
          {dayAndTime(stay.to)}
        </p>
        <Findings findings={findings.map((one) => shown(one))} />
        {homes.length === 0 && (
          <p>
            No other home we may show you can take them for that time. Ring the duty line on{' '}
            <strong>{dutyPhone}</strong>.
          </p>
        )}
        <form method="post" novalidate>
          <Radios
            name="host"
            legend="Where do they go?"
            hint={
              answersItself
                ? 'They are asked, and answer themselves. This home lets go at once.'
                : 'Ring them first: somebody there must have said yes.'
            }
            items={[...homes.map(choiceOf), same]}
            value={words(state.typed.host)}
            error={errorFor(state, 'host')}
          />
          {!answersItself && (
            <Select
              name="agreedBy"
              label="Who there said yes?"
              hint="The carer you spoke to. Leave it empty if it is your own home."
              items={[
                { value: '', text: 'Choose a carer' },
                ...sayYes.map(({ person, name, home }) => ({ value: person, text: `${name}, ${home}` })),
              ]}
              value={words(state.typed.agreedBy)}
              error={errorFor(state, 'agreedBy')}
            />
          )}
          {begun && (
            <>
              <DateInput
                name="on"
                legend="Which day do they move?"
                values={
                  first ? dateValues({ typed: { on: dayOf(visit.now) } }, 'on') : dateValues(state, 'on')
                }
                error={errorFor(state, 'on')}
              />
              <Input
                name="at"
                label="At what time?"
                hint="For example, 5pm or 17:20"
                width={5}
                value={first ? timeOf(visit.now) : words(state.typed.at)}
                error={errorFor(state, 'at')}
              />
            </>
          )}
          <Textarea
            name="reason"
            label="Why?"
            hint="Both homes can read this."
            rows={3}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <Button>{answersItself ? 'Ask that home' : 'Save'}</Button>
        </form>
      </>
    ),
  }
}

/** What else would do stands first, as choices. */
export const movePage = form('/sleepovers/:stay/move', moveSleepover, {
  input: (visit, typed) => ({ ...typed, stay: visit.params.stay }),
  show: moveView,
  done: ({ shown: next }) => `/sleepovers/${next}`,
})
