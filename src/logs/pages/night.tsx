import { choices } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type Visit } from '../../platform/web/visit.ts'
import type { StayShown } from '../../sleepovers/store-lists.ts'
import { addDays, dayOf } from '../../values/london.ts'
import { shortDay } from '../../values/words.ts'
import { nightsToWrite } from '../rules.ts'
import { SLEEP } from '../words.ts'
import { writeNightLog } from '../write-night-log.ts'
import { logForm, logPath, mayWrite, WhichChild, withStay } from './parts.tsx'

export const nightPage = form('/sleepovers/:stay/log/night', writeNightLog, {
  input: withStay,
  show: (visit, state) =>
    logForm(visit, {
      title: 'How was the night?',
      can: mayWrite,
      body: (stay) => <Night visit={visit} state={state} stay={stay} />,
    }),
  done: (_result, visit) => logPath(visit),
})

function Night({ visit, state, stay }: { visit: Visit; state: FormState; stay: StayShown }) {
  const leftAt = stay.returnedAt ?? stay.endedAt
  const nights = nightsToWrite({ arrivedAt: stay.arrivedAt, leftAt, to: stay.to }, visit.now).toReversed()
  if (nights.length === 0)
    return <p>No night of this stay has come yet. Write this in the evening or the morning after.</p>
  return (
    <form method="post" novalidate>
      <WhichChild stay={stay} state={state} />
      <Radios
        name="night"
        legend="Which night?"
        items={nights.map((night) => ({ value: night, text: nightWords(night, visit.now) }))}
        value={words(state.typed.night) || nights[0]}
        error={errorFor(state, 'night')}
      />
      <Radios
        name="sleep"
        legend="How did they sleep?"
        items={choices(SLEEP)}
        value={words(state.typed.sleep)}
        error={errorFor(state, 'sleep')}
      />
      <Textarea
        name="says"
        label="What was the night like?"
        hint="A few words: bedtime, waking, what helped, the morning"
        rows={4}
        value={words(state.typed.says)}
        error={errorFor(state, 'says')}
      />
      <Button kind="go">Save the night</Button>
    </form>
  )
}

/** `Last night, Fri 27 Nov to Sat 28 Nov` */
function nightWords(night: string, now: Date): string {
  const today = dayOf(now)
  const called = night === today ? 'Tonight, ' : night === addDays(today, -1) ? 'Last night, ' : ''
  return `${called}${shortDay(night)} to ${shortDay(addDays(night, 1))}`
}
