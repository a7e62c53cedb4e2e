import type { Actor } from '../../platform/actor.ts'
import { NotFound, Refusal } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Cards } from '../../platform/web/components/card.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { dateValues } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf, timeOf } from '../../values/london.ts'
import { count, dayAndTime, list } from '../../values/words.ts'
import { askInEmergency } from '../ask-in-emergency.ts'
import { callDuty } from '../call-duty.ts'
import { type EmergencySeen, emergencyHomes } from '../emergency-homes.ts'
import { CardsAtHand, cardsOf } from './cards-at-hand.tsx'
import { stepBefore, whoView } from './emergency.tsx'
import { OfferedHome } from './emergency-home.tsx'
import {
  type EmergencySteps,
  idsIn,
  isUnanswered,
  NOT_YOURS,
  stepsIn,
  stepUrl,
  tel,
} from './emergency-steps.ts'
import { StayAlready } from './stay-already.tsx'

const section = 'Home'

/** The third step: the homes offered, each with its one button; then those that cannot, and the duty team. */
async function homesView(visit: Visit, state: FormState): Promise<View> {
  const steps = stepsIn(visit.query)
  if (isUnanswered(steps)) {
    const before = await stepBefore(visit, steps)
    if (before) return before
  }
  const back = { href: stepUrl('/what', steps) }
  try {
    const seen = await visit.look(emergencyHomes, steps)
    const actor = await visit.actor()
    const body = <Homes visit={visit} steps={steps} seen={seen} actor={actor} state={state} />
    const title =
      seen.held.length > 0
        ? 'They have a bed already'
        : seen.offered.length > 0
          ? 'Who can take them now'
          : 'Nobody can take them now'
    return { title, section, back, body, ...(state.errors.length > 0 ? { errors: state.errors } : {}) }
  } catch (no) {
    if (no instanceof NotFound) return whoView(visit, [{ field: 'children', message: NOT_YOURS }])
    if (!(no instanceof Refusal)) throw no
    if (no.field === 'until') return untilView(steps, no.message)
    return whoView(visit, [{ field: no.field ?? '', message: no.message }])
  }
}

type HomesProps = {
  visit: Visit
  steps: EmergencySteps
  seen: EmergencySeen
  actor: Actor
  state: FormState
}

function Homes({ visit, steps, seen, actor, state }: HomesProps) {
  const duty = actor.service.dutyPhone
  const { offered, cannot, beyond, more, reach, held, cards } = seen
  const already = held.find(({ stay }) => stay === state.detail.held) ?? held[0]
  return (
    <>
      <p class="lead">
        {list(seen.children.map(({ name }) => name))}, from now until {dayAndTime(seen.to)}
      </p>
      {already && <StayAlready held={already} asked={steps.children} actor={actor} />}
      <CardsAtHand cards={cards} now={visit.now} />
      {offered.length > 0 ? (
        <Cards label="Homes that can take them">
          {offered.map((home) => (
            <OfferedHome home={home} happened={steps.happened} now={visit.now} state={state} />
          ))}
        </Cards>
      ) : (
        <CallDuty duty={duty} steps={steps} first />
      )}
      {more && (
        <p>
          <a href={stepUrl('/homes', steps, { farther: 'yes' })}>Look at homes farther away</a>
        </p>
      )}
      {cannot.length > 0 && <Cannot cannot={cannot} />}
      <p class="quiet small">
        Looked at: your constellation, then neighbouring ones, then every approved home of the service within{' '}
        {reach} miles, as Constellation is set.
        {beyond > 0 && ` ${count(beyond, 'home')} outside your constellation cannot.`}
      </p>
      {offered.length > 0 && <CallDuty duty={duty} steps={steps} />}
      <Details summary="They stay for longer, or go home sooner">
        <Until steps={steps} to={seen.to} />
      </Details>
    </>
  )
}

function Cannot({ cannot }: { cannot: EmergencySeen['cannot'] }) {
  return (
    <>
      <h2>Cannot tonight</h2>
      {cannot.map(({ name, hub, phone, why }) => (
        <Details summary={hub ? `${name}, your hub home` : name}>
          <ul>
            {why.map((says) => (
              <li>{says}</li>
            ))}
          </ul>
          {phone && (
            <p>
              Phone <a href={tel(phone)}>{phone}</a>
            </p>
          )}
        </Details>
      ))}
    </>
  )
}

/** The duty number, and the button that lets the duty team know and keeps the need. */
function CallDuty({ duty, steps, first }: { duty: string; steps: EmergencySteps; first?: boolean }) {
  return (
    <section class="call-duty">
      <h2>{first ? 'Ring the duty team now' : 'None of these will do? Ring the duty team'}</h2>
      <Button kind={first ? 'go' : 'secondary'} href={tel(duty)}>
        Ring {duty}
      </Button>
      <form method="post" action={stepUrl('/duty', steps)}>
        <Button kind="secondary">Tell them that nobody can</Button>
      </form>
    </section>
  )
}

/** When they go home, to be changed: it goes round by the address like everything in these steps. */
function Until({ steps, to, error }: { steps: EmergencySteps; to: Date | null; error?: string }) {
  const day = steps.until || (to ? dayOf(to) : '')
  return (
    <form method="get" action="/sleepovers/emergency/homes" novalidate>
      {steps.children.map((child) => (
        <input type="hidden" name="children" value={child} />
      ))}
      <input type="hidden" name="happened" value={steps.happened} />
      <DateInput
        name="until"
        legend="Which day do they go home?"
        values={dateValues({ typed: { until: day } }, 'until')}
        error={error}
      />
      <Input
        name="untilTime"
        label="What time?"
        hint="For example, 4pm"
        width={5}
        value={steps.untilTime || (to ? timeOf(to) : '')}
      />
      <Button kind="secondary">Look again</Button>
    </form>
  )
}

function untilView(steps: EmergencySteps, message: string): View {
  return {
    title: 'When do they go home?',
    section,
    back: { href: stepUrl('/homes', steps, { until: '', untilTime: '' }) },
    errors: [{ field: 'until', message }],
    body: <Until steps={steps} to={null} error={message} />,
  }
}

async function dutyView(visit: Visit, state: FormState): Promise<View> {
  const steps = stepsIn(visit.query)
  const cards = await cardsOf(visit, idsIn(steps.children))
  const { dutyPhone } = (await visit.actor()).service
  const told = words(visit.query.told) === 'yes' && state.errors.length === 0
  return {
    title: 'Ring the duty team now',
    section,
    back: { href: '/' },
    body: (
      <>
        <Button kind="go" href={tel(dutyPhone)}>
          Ring {dutyPhone}
        </Button>
        {told && (
          <p class="lead">
            They have been told that no home was found, and so have the social workers. The need is kept. Ring
            all the same: do not wait for them to see it.
          </p>
        )}
        <p>
          If anybody is in danger, ring <a href="tel:999">999</a>.
        </p>
        <CardsAtHand cards={cards} now={visit.now} />
      </>
    ),
  }
}

/** The third step, and what is left when there is nobody. */
export const emergencyHomePages = [
  form('/sleepovers/emergency/homes', askInEmergency, {
    input: (visit, typed) => ({ ...typed, ...stepsIn(visit.query) }),
    show: homesView,
    done: ({ stay }) => `/sleepovers/${stay}/held`,
  }),
  form('/sleepovers/emergency/duty', callDuty, {
    input: (visit) => stepsIn(visit.query),
    show: dutyView,
    done: (_result, visit) => `${stepUrl('/duty', stepsIn(visit.query))}&told=yes`,
  }),
]
