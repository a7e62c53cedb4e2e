import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf, timeOf } from '../../values/london.ts'
import { dayAndTime } from '../../values/words.ts'
import { sleepover } from '../lists.ts'
import { recordArrival } from '../record-arrival.ts'
import { recordReturn } from '../record-return.ts'
import { section, whoGoes } from './stay.tsx'

const pathOf = (visit: Visit) => `/sleepovers/${visit.params.stay}`
const withStay = (visit: Visit, typed: object) => ({ ...typed, stay: visit.params.stay })

type Question = { title: string; legend: string; button: string; unread: boolean }

/** When it happened; now, unless it is changed. */
const whenPage =
  (question: Question) =>
  async (visit: Visit, state: FormState): Promise<View> => {
    const stay = await visit.look(sleepover, { stay: visit.params.stay })
    const first = state.errors.length === 0
    const unread = stay.children.filter(({ hasCard, cardRead }) => hasCard && !cardRead)
    return {
      title: question.title,
      section,
      back: { href: pathOf(visit) },
      body: (
        <form method="post" novalidate>
          <p>
            {whoGoes(stay)} at {stay.hostName}. Planned: {dayAndTime(stay.from)} to {dayAndTime(stay.to)}.
          </p>
          <DateInput
            name="on"
            legend={question.legend}
            values={first ? dateValues({ typed: { on: dayOf(visit.now) } }, 'on') : dateValues(state, 'on')}
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
          {question.unread && unread.length > 0 && (
            <Textarea
              name="unreadReason"
              label="The care card has not been read. Why not?"
              hint="Better: go back and read it first. If they are already there, say why, and somebody will follow it up."
              rows={3}
              value={words(state.typed.unreadReason)}
              error={errorFor(state, 'unreadReason')}
            />
          )}
          <Button>{question.button}</Button>
        </form>
      ),
    }
  }

/** Recording that children came and went. */
export const movingPages = [
  form('/sleepovers/:stay/arrival', recordArrival, {
    input: withStay,
    show: whenPage({
      title: 'They have arrived',
      legend: 'Which day did they arrive?',
      button: 'Save',
      unread: true,
    }),
    done: (_result, visit) => pathOf(visit),
  }),
  form('/sleepovers/:stay/return', recordReturn, {
    input: withStay,
    show: whenPage({
      title: 'They are back home',
      legend: 'Which day did they come home?',
      button: 'Save',
      unread: false,
    }),
    done: (_result, visit) => pathOf(visit),
  }),
]
