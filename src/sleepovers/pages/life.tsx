import type { Child } from 'hono/jsx'
import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Card, Cards } from '../../platform/web/components/card.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { addDays, type Day, dayOf, momentAt, timeOf } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count, dayAndTime } from '../../values/words.ts'
import { convertSleepover } from '../convert-sleepover.ts'
import { extendSleepover } from '../extend-sleepover.ts'
import type { Finding } from '../facts.ts'
import { homesToMoveTo, sleepover } from '../lists.ts'
import { recordNoShow } from '../record-no-show.ts'
import { shortenSleepover } from '../shorten-sleepover.ts'
import type { StayShown } from '../store-lists.ts'
import { BECAME, WHEREABOUTS } from '../words.ts'
import { stepUrl } from './ask-steps.ts'
import { shown } from './findings.ts'
import { section, whoGoes } from './stay.tsx'

const pathOf = (visit: Visit) => `/sleepovers/${visit.params.stay}`
const withStay = (visit: Visit, typed: object) => ({ ...typed, stay: visit.params.stay })
const toStay = ({ stay }: { stay: string }) => `/sleepovers/${stay}`

type Asked = { visit: Visit; state: FormState; stay: StayShown }

/** A page with one form about a stay, with the stay in a line above it. */
const about =
  (title: string, body: (asked: Asked) => Child | Promise<Child>) =>
  async (visit: Visit, state: FormState): Promise<View> => {
    const stay = await visit.look(sleepover, { stay: visit.params.stay })
    return {
      title,
      section,
      back: { href: pathOf(visit) },
      body: (
        <>
          <p>
            {whoGoes(stay)} at {stay.hostName ?? 'another home'}, until {dayAndTime(endOf(stay))}
          </p>
          {await body({ visit, state, stay })}
        </>
      ),
    }
  }

/** The end of what was asked at this home, later legs with it. */
const endOf = (stay: StayShown): Date => stay.legs.findLast(({ host }) => host === stay.host)?.to ?? stay.to

/** A day and a time under it, as they were typed or as they probably are. */
function When(props: {
  state: FormState
  day: string
  time: string
  legend: string
  likely: { day: Day; time: string }
}) {
  const { state, day, time, likely } = props
  const first = state.errors.length === 0
  return (
    <>
      <DateInput
        name={day}
        legend={props.legend}
        values={first ? dateValues({ typed: { [day]: likely.day } }, day) : dateValues(state, day)}
        error={errorFor(state, day)}
      />
      <Input
        name={time}
        label="At what time?"
        hint="For example, 4pm or 16:30"
        width={5}
        value={first ? likely.time : words(state.typed[time])}
        error={errorFor(state, time)}
      />
    </>
  )
}

function Why({ state, label, hint }: { state: FormState; label: string; hint?: string }) {
  return (
    <Textarea
      name="reason"
      label={label}
      hint={hint}
      rows={3}
      value={words(state.typed.reason)}
      error={errorFor(state, 'reason')}
    />
  )
}

async function longer({ visit, state, stay }: Asked): Promise<Child> {
  const end = endOf(stay)
  const tomorrow = addDays(dayOf(end > visit.now ? end : visit.now), 1)
  const findings = (state.detail.findings ?? []) as Finding[]
  return (
    <>
      <Findings findings={findings.map((one) => shown(one))} />
      {findings.length > 0 && (await Elsewhere({ visit, state, stay }))}
      <form method="post" novalidate>
        <When
          state={state}
          day="until"
          time="untilTime"
          legend="Which day do they come back?"
          likely={{ day: tomorrow, time: timeOf(end) }}
        />
        <Textarea
          name="note"
          label="Anything the host should know? (optional)"
          rows={2}
          value={words(state.typed.note)}
          error={errorFor(state, 'note')}
        />
        <Button>Ask for more nights</Button>
      </form>
    </>
  )
}

/** Where the added nights could be spent, when they cannot be at this home. */
async function Elsewhere({ visit, state, stay }: Asked): Promise<Child> {
  const { until, untilTime } = state.typed
  const { homes } = await visit.look(homesToMoveTo, { stay: stay.id, until, untilTime })
  const actor = await visit.actor()
  const children = stay.children.map(({ child }) => child)
  const mayAsk = may.askForSleepover(actor, { home: stay.home, children })
  const from = endOf(stay)
  const nights = nightsOf({ from, to: momentAt(words(until), '12:00') })
  const href = (host: string) =>
    stepUrl('check', {
      children,
      host,
      nights,
      fromTime: timeOf(from),
      untilTime: words(untilTime),
      why: stay.why,
    })
  if (homes.length === 0) {
    return (
      <p>
        No other home of the constellation can take them for those nights. Ring the duty line on{' '}
        <strong>{actor.service.dutyPhone}</strong>.
      </p>
    )
  }
  return (
    <>
      <h2>Another home for those nights</h2>
      <Cards>
        {homes.map((home) => (
          <Card heading={mayAsk ? <a href={href(home.host)}>{home.hostName}</a> : home.hostName}>
            {[
              ...(home.miles === null ? [] : [`${home.miles} miles.`]),
              ...(home.knowsThem ? ['They have stayed there before.'] : []),
              home.yeses === 0 ? 'Nothing stands in the way.' : `Needs ${count(home.yeses, 'yes', 'yeses')}.`,
            ].join(' ')}
          </Card>
        ))}
      </Cards>
    </>
  )
}

function shorter({ state, stay }: Asked): Child {
  const end = endOf(stay)
  return (
    <form method="post" novalidate>
      <When
        state={state}
        day="until"
        time="untilTime"
        legend="Which day do they come back?"
        likely={{ day: addDays(dayOf(end), -1), time: timeOf(end) }}
      />
      <Why state={state} label="Why do they come home earlier?" hint="Both homes are told." />
      <Button>Save</Button>
    </form>
  )
}

function noShow({ state }: Asked): Child {
  return (
    <form method="post" novalidate>
      <Radios
        name="whereabouts"
        legend="Where are they?"
        items={Object.entries(WHEREABOUTS).map(([value, text]) => ({
          value,
          text,
          ...(value === 'not_known' ? { hint: 'The duty team is called at once.' } : {}),
        }))}
        value={words(state.typed.whereabouts)}
        error={errorFor(state, 'whereabouts')}
      />
      <Why state={state} label="What happened?" />
      <Button>Save</Button>
    </form>
  )
}

function convert({ visit, state }: Asked): Child {
  return (
    <form method="post" novalidate>
      <WarningText>
        This changes where the children live. Other sleepovers that their old home asked for are cancelled,
        and both homes are told.
      </WarningText>
      <Radios
        name="into"
        legend="What did it become?"
        items={Object.entries(BECAME).map(([value, text]) => ({
          value,
          text,
          ...(value === 'lives_elsewhere' ? { hint: 'Record where on each child’s page afterwards.' } : {}),
        }))}
        value={words(state.typed.into)}
        error={errorFor(state, 'into')}
      />
      <When
        state={state}
        day="on"
        time="at"
        legend="Since which day?"
        likely={{ day: dayOf(visit.now), time: timeOf(visit.now) }}
      />
      <Why state={state} label="Why is it no longer a sleepover?" />
      <Button kind="warning">Save</Button>
    </form>
  )
}

/** What may become of a stay besides an arrival and a return. */
export const lifePages = [
  form('/sleepovers/:stay/longer', extendSleepover, {
    input: withStay,
    show: about('They stay longer', longer),
    done: toStay,
  }),
  form('/sleepovers/:stay/shorter', shortenSleepover, {
    input: withStay,
    show: about('They come home earlier', shorter),
    done: toStay,
  }),
  form('/sleepovers/:stay/no-show', recordNoShow, {
    input: withStay,
    show: about('They did not come', noShow),
    done: toStay,
  }),
  form('/sleepovers/:stay/convert', convertSleepover, {
    input: withStay,
    show: about('This is no longer a sleepover', convert),
    done: toStay,
  }),
]
