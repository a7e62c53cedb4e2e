import { answer, choices, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { form } from '../../platform/web/visit.ts'
import { assignChildWorker } from '../assign-child-worker.ts'
import { childRecord } from '../child-record.ts'
import { legalStatusWords } from '../legal-status.ts'
import { socialWorkers } from '../lists.ts'
import { recordLegalStatus } from '../record-legal-status.ts'
import { childOf, Form, fromToday, section, toChild } from './parts.tsx'

export const legalStatusForm = form('/children/:child/legal-status', recordLegalStatus, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const before = prefilled(fromToday(visit, state), { status: record.legalStatus?.status })
    return {
      title: `Legal status of ${record.firstName}`,
      section,
      back: toChild(record.child),
      body: (
        <Form>
          <Radios {...answer(before, 'status')} legend="Which?" items={choices(legalStatusWords)} />
          <DayField state={before} name="from" legend="Since" />
        </Form>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})

export const workerForm = form('/children/:child/worker', assignChildWorker, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const { workers } = await visit.look(socialWorkers)
    const before = prefilled(fromToday(visit, state), { person: record.worker?.person })
    return {
      title: `Social worker of ${record.firstName}`,
      section,
      back: toChild(record.child),
      body: (
        <Form>
          <Select
            {...answer(before, 'person')}
            label="Who?"
            items={[
              { value: '', text: 'Choose one' },
              ...workers.map(({ person, name }) => ({ value: person, text: name })),
            ]}
          />
          <DayField
            state={before}
            name="from"
            legend="Since"
            hint="Whoever it was before stops seeing the record that day."
          />
        </Form>
      ),
    }
  },
  done: () => '/children',
})
