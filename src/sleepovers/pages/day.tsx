import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { all, type Typed, words } from '../../platform/web/read-form.ts'
import { type FormState, form, page, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { clockTime, list, shortDay } from '../../values/words.ts'
import type { Alternative } from '../alternatives.ts'
import { askForDayCare } from '../ask-for-day-care.ts'
import { dayCareInput, daySpanOf } from '../input.ts'
import { childrenToAskFor, dayCareCheck, whereToStay } from '../lists.ts'
import { REASONS } from '../words.ts'
import { AlsoWorks } from './also-works.tsx'
import { problemsWithChildren, stepsIn } from './ask-steps.ts'
import { shown } from './findings.ts'
import { Views, viewsIn } from './views.tsx'

const section = 'Sleepovers'

/** The address of a step with what is known: ids, days and codes. */
function dayUrl(step: 'when' | 'check', query: Typed, change: Record<string, string> = {}): string {
  const next = new URLSearchParams()
  for (const child of all(query.children)) next.append('children', child)
  const kept = Object.fromEntries(
    ['host', 'on', 'fromTime', 'untilTime', 'why'].map((name) => [name, words(query[name])]),
  )
  for (const [name, value] of Object.entries<string>({ ...kept, ...change })) if (value) next.set(name, value)
  return `/sleepovers/day/${step}?${next}`
}

async function whoView(visit: Visit, errors: FormState['errors'] = []): Promise<View> {
  const found = await visit.look(childrenToAskFor)
  const back = { href: '/sleepovers' }
  if (found.length === 0) {
    const body = <p>No child lives with you now. To ask for another home, open the child’s page first.</p>
    return { title: 'Ask for day care', section, back, body }
  }
  return {
    title: 'Who will go for the day?',
    heading: false,
    section,
    back,
    errors,
    body: (
      <form method="get" action="/sleepovers/day/when" novalidate>
        <Checkboxes
          name="children"
          legend="Who will go for the day?"
          legendSize="l"
          heading
          hint="Some hours at another home, without a night"
          error={errorFor({ errors }, 'children')}
          values={all(visit.query.children)}
          items={found.map((child) => ({ value: child.id, text: child.name }))}
        />
        <Button>Continue</Button>
      </form>
    ),
  }
}

async function whenView(visit: Visit, errors: FormState['errors'] = []): Promise<View> {
  const { query } = visit
  const children = all(query.children)
  const host = words(query.host) || (await visit.look(whereToStay, { children })).hub
  const back = { href: '/sleepovers/day' }
  if (!host) {
    const body = <p>Your home is not in a constellation yet, so there is no hub to ask.</p>
    return { title: 'No hub home yet', section, back, body }
  }
  return {
    title: 'When, and why?',
    section,
    back,
    errors,
    body: (
      <form method="get" action="/sleepovers/day/check" novalidate>
        {children.map((child) => (
          <input type="hidden" name="children" value={child} />
        ))}
        <input type="hidden" name="host" value={host} />
        <DateInput
          name="on"
          legend="Which day?"
          hint="For example, 5 12 2026"
          values={dateValues({ typed: query }, 'on')}
          error={errorFor({ errors }, 'on')}
        />
        <Input
          name="fromTime"
          label="What time do they go?"
          hint="For example, 9am"
          width={5}
          value={words(query.fromTime)}
          error={errorFor({ errors }, 'fromTime')}
        />
        <Input
          name="untilTime"
          label="What time do they come back?"
          hint="The same day, for example 4:30pm"
          width={5}
          value={words(query.untilTime)}
          error={errorFor({ errors }, 'untilTime')}
        />
        <Radios
          name="why"
          legend="Why do you ask?"
          error={errorFor({ errors }, 'why')}
          value={words(query.why)}
          items={Object.entries(REASONS).map(([value, text]) => ({ value, text }))}
        />
        <Button>Continue</Button>
      </form>
    ),
  }
}

/** The fields in the order they stand on the page. */
const ORDER = ['on', 'fromTime', 'untilTime', 'why']

/** What is wrong with the answers so far; nothing when they will do. */
function problemsIn(query: Typed, now: Date): FormState['errors'] {
  const read = dayCareInput.safeParse(query)
  if (!read.success) {
    return read.error.issues
      .map(({ path, message }) => ({ field: String(path[0]), message }))
      .toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
  }
  const span = daySpanOf(read.data, now)
  return 'message' in span ? [span] : []
}

const inputOf = ({ query }: Visit, typed: Typed) => ({
  children: all(query.children),
  host: words(query.host),
  on: words(query.on),
  fromTime: words(query.fromTime),
  untilTime: words(query.untilTime),
  why: words(query.why),
  note: words(typed.note),
  views: viewsIn(typed),
})

const another = (one: Alternative, query: Typed) => ({
  heading: `${one.hostName}, ${shortDay(one.from)}`,
  href: dayUrl('check', query, { host: one.host, on: one.from }),
})

async function checkView(visit: Visit, state: FormState): Promise<View> {
  const { query } = visit
  if (problemsWithChildren(stepsIn(query)).length > 0)
    return whoView(visit, problemsWithChildren(stepsIn(query)))
  const problems = problemsIn(query, visit.now)
  if (problems.length > 0) return whenView(visit, problems)
  const check = await visit.look(dayCareCheck, inputOf(visit, state.typed))
  const { dutyPhone } = (await visit.actor()).service
  const { fits, findings, alternatives } = check
  const alsoWorks = <AlsoWorks alternatives={alternatives} show={(one) => another(one, query)} />
  return {
    title: 'Check before you ask',
    section,
    back: { href: dayUrl('when', query) },
    body: (
      <>
        <p class="lead">
          {list(check.children.map(({ name }) => name))} at {check.host.name}, {shortDay(dayOf(check.from))},{' '}
          {clockTime(check.from)} to {clockTime(check.to)}
        </p>
        <Findings findings={findings.map((finding) => shown(finding))} />
        {findings.length === 0 && <p>Nothing stands in the way.</p>}
        {!fits && alsoWorks}
        <form method="post" novalidate>
          <Views of={check.children} state={state} />
          {fits && (
            <Textarea
              name="note"
              label="Anything else the host should know? (optional)"
              rows={2}
              value={words(state.typed.note)}
              error={errorFor(state, 'note')}
            />
          )}
          {!fits && (
            <p>
              If none of these will do, ring the duty line on <strong>{dutyPhone}</strong>.
            </p>
          )}
          <Button kind={fits ? 'go' : 'secondary'}>
            {fits ? `Ask ${check.host.name}` : 'Record that you needed this'}
          </Button>
        </form>
        {fits && alsoWorks}
      </>
    ),
  }
}

/** Asking for day care: who, when and why, then a check with everything the rules say. */
export const dayPages = [
  page('/sleepovers/day', (visit) => whoView(visit)),
  page('/sleepovers/day/when', (visit) => {
    const problems = problemsWithChildren(stepsIn(visit.query))
    return problems.length > 0 ? whoView(visit, problems) : whenView(visit)
  }),
  form('/sleepovers/day/check', askForDayCare, {
    input: inputOf,
    show: checkView,
    done: ({ stay }) => `/sleepovers/${stay}`,
  }),
]
