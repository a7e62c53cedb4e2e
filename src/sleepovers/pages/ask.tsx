import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { NightStrip } from '../../platform/web/components/nights.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, page, type View, type Visit } from '../../platform/web/visit.ts'
import { addDays, dayOf } from '../../values/london.ts'
import { count, shortDay, weekdayName } from '../../values/words.ts'
import { childrenToAskFor, nightsFree, whereToStay } from '../lists.ts'
import { REASONS } from '../words.ts'
import {
  problemsWithChildren,
  problemsWithNights,
  type Steps,
  seriesUrl,
  stepsIn,
  stepUrl,
} from './ask-steps.ts'

const section = 'Sleepovers'
const NIGHTS = 21

async function whoView(visit: Visit, errors: FormState['errors'] = []): Promise<View> {
  const found = await visit.look(childrenToAskFor)
  const steps = stepsIn(visit.query)
  if (found.length === 0) {
    const body = <p>No child lives with you now. To ask for another home, open the child’s page first.</p>
    return { title: 'Ask for a sleepover', section, back: { href: '/' }, body }
  }
  return {
    title: 'Who will go?',
    heading: false,
    section,
    back: { href: '/' },
    errors,
    body: (
      <form method="get" action="/sleepovers/ask/when" novalidate>
        <Checkboxes
          name="children"
          legend="Who will go?"
          legendSize="l"
          heading
          hint="Choose everyone who should go together"
          error={errorFor({ errors }, 'children')}
          values={steps.children}
          items={found.map((child) => ({ value: child.id, text: child.name }))}
        />
        <Button>Continue</Button>
      </form>
    ),
  }
}

/** Everything known so far, so that the next step's address holds it too. */
export function Carried({ steps, but = [] }: { steps: Steps; but?: (keyof Steps)[] }) {
  const pairs = Object.entries(steps)
    .filter(([name]) => !but.includes(name as keyof Steps))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
  return <>{pairs.map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}</>
}

async function whenView(visit: Visit, steps: Steps, errors: FormState['errors'] = []): Promise<View> {
  const { hub } = await visit.look(whereToStay, { children: steps.children })
  const host = steps.host || hub
  const back = { href: '/sleepovers/ask' }
  if (!host) {
    const body = (
      <p>
        Your home is not in a constellation yet, so there is no hub to ask. Your supervising social worker can
        help.
      </p>
    )
    return { title: 'No hub home yet', section, back, body }
  }
  const first = words(visit.query.first) || addDays(dayOf(visit.now), 1)
  const { name, nights } = await visit.look(nightsFree, { host, from: first, nights: NIGHTS })
  const later = `${stepUrl('when', { ...steps, host })}&first=${addDays(first, NIGHTS)}`
  return {
    title: 'Which nights?',
    heading: false,
    section,
    back,
    errors,
    body: (
      <form method="get" action="/sleepovers/ask/why" novalidate>
        <Carried steps={{ ...steps, host }} but={['nights', 'fromTime', 'untilTime']} />
        <NightStrip
          name="nights"
          several
          legend="Which nights?"
          legendSize="l"
          heading
          hint={`At ${name}. A night is named by the evening it starts on.`}
          error={errorFor({ errors }, 'nights')}
          nights={nights.map(({ night, state, words: beds }) => ({
            date: night,
            label: shortDay(night).slice(0, 3),
            day: Number(night.slice(8)),
            state,
            words: beds,
            chosen: steps.nights.includes(night),
          }))}
        />
        <p>
          <a href={later}>Show later nights</a>
        </p>
        <p>
          <a href={seriesUrl({ ...steps, host })}>Ask for every second Friday, or another series</a>
        </p>
        <Input
          name="fromTime"
          label="What time do they go, on the first evening?"
          hint="For example, 5pm"
          width={5}
          value={steps.fromTime}
          error={errorFor({ errors }, 'fromTime')}
        />
        <Input
          name="untilTime"
          label="What time do they come back, the day after the last night?"
          hint="For example, 4pm"
          width={5}
          value={steps.untilTime}
          error={errorFor({ errors }, 'untilTime')}
        />
        <Button>Continue</Button>
      </form>
    ),
  }
}

/** The third step; also shown again by the fourth when no reason was chosen. */
export function whyView(steps: Steps, errors: FormState['errors'] = []): View {
  return {
    title: 'Why do you ask?',
    heading: false,
    section,
    back: { href: stepUrl('when', steps) },
    errors,
    body: (
      <form method="get" action="/sleepovers/ask/check" novalidate>
        <Carried steps={steps} but={['why']} />
        <Radios
          name="why"
          legend="Why do you ask?"
          legendSize="l"
          heading
          hint={`It helps to see what families need. ${count(steps.nights.length, 'night')} chosen.`}
          error={errorFor({ errors }, 'why')}
          value={steps.why}
          items={Object.entries(REASONS).map(([value, text]) => ({ value, text }))}
        />
        {steps.nights[0] && (
          <p>
            <a href={seriesUrl(steps)}>Ask for this every second {weekdayName(steps.nights[0])}</a>
          </p>
        )}
        <Button>Continue</Button>
      </form>
    ),
  }
}

/** The first three steps of asking: who, when, why. Nothing is saved; the address holds what was chosen. */
export const askPages = [
  page('/sleepovers/ask', (visit) => whoView(visit)),
  page('/sleepovers/ask/when', (visit) => {
    const steps = stepsIn(visit.query)
    const problems = problemsWithChildren(steps)
    return problems.length > 0 ? whoView(visit, problems) : whenView(visit, steps)
  }),
  page('/sleepovers/ask/why', async (visit) => {
    const steps = stepsIn(visit.query)
    const problems = problemsWithNights(steps, visit.now)
    return problems.length > 0 ? whenView(visit, steps, problems) : whyView(steps)
  }),
]
