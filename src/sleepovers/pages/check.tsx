import { Button } from '../../platform/web/components/button.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { type Typed, words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { addDays, daysBetween } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count, dayAndTime, list, shortDay } from '../../values/words.ts'
import type { Alternative } from '../alternatives.ts'
import { askForSleepover } from '../ask-for-sleepover.ts'
import { siblingsAtHome, sleepoverCheck } from '../lists.ts'
import { AlsoWorks } from './also-works.tsx'
import { whyView } from './ask.tsx'
import { daysOfNights, problemsWithWhy, type Steps, stepsIn, stepUrl } from './ask-steps.ts'
import { shown } from './findings.ts'
import { Views, viewsIn } from './views.tsx'

const section = 'Sleepovers'

/** The action's input from the address and what was typed on the page. */
function inputOf(steps: Steps, typed: Typed) {
  return {
    children: steps.children,
    host: steps.host,
    ...daysOfNights(steps),
    why: steps.why,
    splitReason: words(typed.splitReason),
    note: words(typed.note),
    bedsSeen: words(typed.bedsSeen),
    views: viewsIn(typed),
  }
}

/** Another home on the same nights, or the same home in another week. */
function another(one: Alternative, steps: Steps) {
  const nights = Array.from({ length: daysBetween(one.from, one.until) }, (_, i) => addDays(one.from, i))
  const other = one.host !== steps.host
  return {
    heading: other
      ? `${one.hostName}${one.miles === null ? '' : `, ${one.miles} miles`}`
      : `${one.hostName}, another week`,
    href: stepUrl('check', steps, { host: one.host, nights }),
    when: other ? 'Same nights.' : `${shortDay(one.from)} to ${shortDay(one.until)}.`,
  }
}

async function checkView(visit: Visit, state: FormState): Promise<View> {
  const steps = stepsIn(visit.query)
  const problems = problemsWithWhy(steps)
  if (problems.length > 0) return whyView(steps, problems)
  const input = inputOf(steps, state.typed)
  const check = await visit.look(sleepoverCheck, input)
  const left = await visit.look(siblingsAtHome, { children: steps.children })
  const { dutyPhone } = (await visit.actor()).service
  const nights = nightsOf(check)
  const children = list(check.children.map(({ name }) => name))
  const { fits, findings, alternatives } = check
  const alsoWorks = <AlsoWorks alternatives={alternatives} show={(one) => another(one, steps)} />
  return {
    title: 'Check before you ask',
    section,
    back: { href: stepUrl('why', steps) },
    body: (
      <>
        <p class="lead">
          {children} at {check.host.name}, {dayAndTime(check.from)} to {dayAndTime(check.to)},{' '}
          {count(nights.length, 'night')}
        </p>
        <Findings findings={findings.map((finding) => shown(finding))} />
        {findings.length === 0 && <p>Nothing stands in the way.</p>}
        {!fits && alsoWorks}
        <form method="post" novalidate>
          {left.length > 0 && (
            <Textarea
              name="splitReason"
              label={`Why is ${list(left.map(({ name }) => name))} not going too?`}
              hint="Brothers and sisters stay together unless there is a reason"
              rows={2}
              value={words(state.typed.splitReason)}
              error={errorFor(state, 'splitReason')}
            />
          )}
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
          {fits && <input type="hidden" name="bedsSeen" value="yes" />}
          {fits ? (
            <Button kind="go">Ask {check.host.name}</Button>
          ) : (
            <>
              <p>
                If none of these will do, ring the duty line on <strong>{dutyPhone}</strong>.
              </p>
              <Button kind="secondary">Record that you needed this</Button>
            </>
          )}
        </form>
        {fits && alsoWorks}
      </>
    ),
  }
}

/** The last step: everything the rules say at once, what would also work, and the button that sends it. */
export const checkPage = form('/sleepovers/ask/check', askForSleepover, {
  input: (visit, typed) => inputOf(stepsIn(visit.query), typed),
  show: checkView,
  done: ({ stay }) => `/sleepovers/${stay}`,
})
