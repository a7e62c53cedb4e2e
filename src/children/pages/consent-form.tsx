import { answer, choices, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { form } from '../../platform/web/visit.ts'
import { childRecord } from '../child-record.ts'
import { giveConsent } from '../give-consent.ts'
import { bases, consentItems, decisions } from '../say.ts'
import { childOf, Form, fromToday, section, toChild } from './parts.tsx'

export const consentForm = form('/children/:child/consents/give', giveConsent, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const before = prefilled(fromToday(visit, state), {
      basis: record.legalStatus?.lookedAfter === false ? 'parental_responsibility' : null,
    })
    return {
      title: `An answer for ${record.firstName}`,
      section,
      back: toChild(record.child),
      body: (
        <Form>
          <Select
            {...answer(before, 'item')}
            label="What is it about?"
            items={[{ value: '', text: 'Choose one' }, ...choices(consentItems)]}
          />
          <Radios {...answer(before, 'decision')} legend="What is the answer?" items={choices(decisions)} />
          <Radios {...answer(before, 'basis')} legend="On what footing?" items={choices(bases)} />
          <Input
            {...answer(before, 'givenBy')}
            label="Who gave it?"
            hint="Name and part, like team manager"
          />
          <DayField state={before} name="from" legend="From" />
          <DayField
            state={before}
            name="until"
            legend="Until"
            hint="The first day it no longer holds. Leave empty if it goes on."
          />
          <Input {...answer(before, 'whoMayAgree')} label="Who may agree from day to day?" />
          <Input {...answer(before, 'tell')} label="Who must be told?" />
          <Textarea {...answer(before, 'conditions')} label="Conditions" rows={3} />
          <DayField state={before} name="reviewOn" legend="When to look at it again" />
        </Form>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})
