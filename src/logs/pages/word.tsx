import { choices } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { FELT, WHOSE } from '../words.ts'
import { writeWord } from '../write-word.ts'
import { logForm, logPath, mayWriteWord, WhichChild, withStay } from './parts.tsx'

export const wordPage = form('/sleepovers/:stay/log/word', writeWord, {
  input: withStay,
  show: (visit, state) =>
    logForm(visit, {
      title: 'How was it?',
      can: mayWriteWord,
      body: (stay) => (
        <form method="post" novalidate>
          <WhichChild stay={stay} state={state} />
          <Radios
            name="whose"
            legend="Whose words are these?"
            items={choices(WHOSE)}
            value={words(state.typed.whose) || 'child'}
            error={errorFor(state, 'whose')}
          />
          <Radios
            name="felt"
            legend="How was it?"
            hint="Leave open if they would rather not say"
            items={choices(FELT)}
            value={words(state.typed.felt)}
            error={errorFor(state, 'felt')}
          />
          <Textarea
            name="says"
            label="What did they say?"
            hint="In their own words, as they said them"
            rows={4}
            value={words(state.typed.says)}
            error={errorFor(state, 'says')}
          />
          <Button kind="go">Save</Button>
        </form>
      ),
    }),
  done: (_result, visit) => logPath(visit),
})
