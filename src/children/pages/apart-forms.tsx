import { answer, choices, DayField } from '../../platform/web/answers.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { form } from '../../platform/web/visit.ts'
import { childRecord } from '../child-record.ts'
import { liftApart } from '../lift-apart.ts'
import { orderApart } from '../order-apart.ts'
import { orderedByWords } from '../say.ts'
import { others } from './others.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

export const apartForm = form('/children/:child/apart', orderApart, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const { record, items } = await others(visit)
    const before = fromToday(visit, state)
    return {
      title: `Whom ${record.firstName} must not be with`,
      section,
      back: toChild(record.child),
      body: (
        <>
          <Find visit={visit} label="Find another child" hint="By name or reference" />
          <Form>
            <Pick {...answer(before, 'other')} legend="Another child" items={items} />
            <Input
              {...answer(before, 'adult')}
              label="Or an adult"
              hint="The name, and what helps to know them. Leave empty for a child."
            />
            <Radios {...answer(before, 'orderedBy')} legend="Who said so?" items={choices(orderedByWords)} />
            <DayField state={before} name="from" legend="From" />
            <DayField
              state={before}
              name="until"
              legend="Until"
              hint="The first day it no longer holds. Leave empty if it goes on."
            />
            <Textarea
              {...answer(before, 'reason')}
              label="Why"
              hint="Shown only to those who may see both children."
              rows={3}
            />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})

export const liftForm = form('/children/:child/apart/:apart/lift', liftApart, {
  input: (visit, typed) => ({ ...typed, apart: visit.params.apart }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const order = record.mustNotMeet.find(({ apart }) => apart === visit.params.apart)
    return {
      title: `${record.firstName} may be with ${order?.says ?? 'them'} again`,
      section,
      back: toChild(record.child),
      body: (
        <Form save="Lift it">
          <DayField state={fromToday(visit, state)} name="from" legend="From which day?" />
        </Form>
      ),
    }
  },
  done: (_result, visit) => `/children/${childOf(visit)}`,
})
