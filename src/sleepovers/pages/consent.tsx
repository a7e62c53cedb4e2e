import { codesOf, consentItems } from '../../children/say.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { withdrawConsent } from '../withdraw-consent.ts'

async function withdrawView(visit: Visit, state: FormState): Promise<View> {
  const first = state.errors.length === 0
  return {
    title: 'Withdraw consent',
    section: 'Children',
    back: { href: `/children/${visit.params.child}` },
    body: (
      <form method="post" novalidate>
        <WarningText>
          If you withdraw consent for overnight stays, sleepovers from that day on are cancelled at once and
          everyone is told.
        </WarningText>
        <Select
          name="item"
          label="Consent for what?"
          items={codesOf(consentItems).map((value) => ({ value, text: consentItems[value] }))}
          value={words(state.typed.item) || 'overnight_stay'}
          error={errorFor(state, 'item')}
        />
        <DateInput
          name="from"
          legend="From which day?"
          values={
            first ? dateValues({ typed: { from: dayOf(visit.now) } }, 'from') : dateValues(state, 'from')
          }
          error={errorFor(state, 'from')}
        />
        <Textarea
          name="reason"
          label="Why?"
          rows={3}
          value={words(state.typed.reason)}
          error={errorFor(state, 'reason')}
        />
        <Button kind="warning">Withdraw consent</Button>
      </form>
    ),
  }
}

/** Stands here and not with the child's other pages: withdrawing cancels sleepovers. */
export const consentPage = form('/children/:child/consents/withdraw', withdrawConsent, {
  input: (visit, typed) => ({ ...typed, child: visit.params.child }),
  show: withdrawView,
  done: (_result, visit) => `/children/${visit.params.child}`,
})
