import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { dayAndTime } from '../../values/words.ts'
import { acceptSleepover } from '../accept-sleepover.ts'
import { addToHandover } from '../add-to-handover.ts'
import { cancelSleepover } from '../cancel-sleepover.ts'
import { declineSleepover } from '../decline-sleepover.ts'
import type { Finding } from '../facts.ts'
import { giveYes } from '../give-yes.ts'
import { sleepover } from '../lists.ts'
import { packItems } from '../pack-items.ts'
import { readCard } from '../read-card.ts'
import { receiveItems } from '../receive-items.ts'
import { shown } from './findings.ts'
import { section, stayView, whoGoes } from './stay.tsx'

const pathOf = (visit: Visit) => `/sleepovers/${visit.params.stay}`
const withStay = (visit: Visit, typed: object) => ({ ...typed, stay: visit.params.stay })
const toStay = { input: withStay, done: (_result: object, visit: Visit) => pathOf(visit) }

/** The stay's own page again, after a button on it was refused: what the rules say now stands first. */
async function refused(visit: Visit, state: FormState): Promise<View> {
  const view = await stayView(visit)
  const findings = (state.detail.findings ?? []) as Finding[]
  return {
    ...view,
    body: (
      <>
        {<Findings findings={findings.map((one) => shown(one))} />}
        {view.body}
      </>
    ),
  }
}

type Question = { title: string; label: string; hint?: string; button: string; warning?: boolean }

/** A page that asks for the reason and nothing else. */
const reasonPage =
  (question: Question) =>
  async (visit: Visit, state: FormState): Promise<View> => {
    const stay = await visit.look(sleepover, { stay: visit.params.stay })
    return {
      title: question.title,
      section,
      back: { href: pathOf(visit) },
      body: (
        <form method="post" novalidate>
          <p>
            {whoGoes(stay)} at {stay.hostName}, {dayAndTime(stay.from)} to {dayAndTime(stay.to)}
          </p>
          <Textarea
            name="reason"
            label={question.label}
            hint={question.hint}
            rows={4}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <Button kind={question.warning ? 'warning' : 'plain'}>{question.button}</Button>
        </form>
      ),
    }
  }

async function yesView(visit: Visit, state: FormState): Promise<View> {
  const key = words(visit.query.finding)
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  const finding = stay.weighed.at(-1)?.findings.find((one) => one.key === key)
  const until =
    state.errors.length > 0
      ? dateValues(state, 'until')
      : dateValues({ typed: { until: dayOf(stay.to) } }, 'until')
  return {
    title: 'Say yes to this?',
    section,
    back: { href: pathOf(visit) },
    body: (
      <>
        <p>
          {whoGoes(stay)} at {stay.hostName}, {dayAndTime(stay.from)} to {dayAndTime(stay.to)}
        </p>
        <Findings findings={finding ? [shown(finding)] : []} />
        <form method="post" novalidate>
          <Textarea
            name="reason"
            label="Why is this right for the child?"
            hint="Your name, role and reason are kept with the sleepover."
            rows={4}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <DateInput
            name="until"
            legend="The last day your yes holds"
            hint="We ask you to look at it again on that day."
            values={until}
            error={errorFor(state, 'until')}
          />
          <Button>Say yes</Button>
        </form>
        <p>
          To say no, ring the home or <a href={`${pathOf(visit)}/cancel`}>cancel the sleepover</a>.
        </p>
      </>
    ),
  }
}

/** Everything people answer about a sleepover before it begins. */
export const answerPages = [
  form('/sleepovers/:stay/accept', acceptSleepover, { ...toStay, show: refused }),
  form('/sleepovers/:stay/card', readCard, { ...toStay, show: refused }),
  form('/sleepovers/:stay/pack', packItems, { ...toStay, show: refused }),
  form('/sleepovers/:stay/receive', receiveItems, { ...toStay, show: refused }),
  form('/sleepovers/:stay/handover', addToHandover, { ...toStay, show: refused }),
  form('/sleepovers/:stay/decline', declineSleepover, {
    ...toStay,
    show: reasonPage({
      title: 'Say no to this',
      label: 'Why can you not take them this time?',
      hint: 'The home that asked can read this. The need is kept, so that the service sees it.',
      button: 'Say no',
    }),
  }),
  form('/sleepovers/:stay/cancel', cancelSleepover, {
    ...toStay,
    show: reasonPage({
      title: 'Cancel this',
      label: 'Why is it cancelled?',
      hint: 'Both homes are told. Whatever was held is free again.',
      button: 'Cancel it',
      warning: true,
    }),
  }),
  form('/sleepovers/:stay/yes', giveYes, {
    ...toStay,
    input: (visit, typed) => ({ ...typed, stay: visit.params.stay, finding: words(visit.query.finding) }),
    show: yesView,
  }),
]
