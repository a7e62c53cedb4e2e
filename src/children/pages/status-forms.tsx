import { answer, choices, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { form } from '../../platform/web/visit.ts'
import { assignChildWorker } from '../assign-child-worker.ts'
import { childRecord } from '../child-record.ts'
import { endPlacement } from '../end-placement.ts'
import { legalStatusWords } from '../legal-status.ts'
import { homesForPlacing, socialWorkers } from '../lists.ts'
import { placeChild } from '../place-child.ts'
import { recordLegalStatus } from '../record-legal-status.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

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

export const placeForm = form('/children/:child/place', placeChild, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const { homes } = await visit.look(homesForPlacing, { search: visit.query.search })
    const before = fromToday(visit, state)
    return {
      title: `Where ${record.firstName} lives`,
      section,
      back: toChild(record.child),
      body: (
        <>
          <p>
            This is for a move to another home. A sleepover is not a move: the child’s home stays their home.
          </p>
          <Find visit={visit} label="Find the home" hint="By name or reference" />
          <Form>
            <Pick
              {...answer(before, 'household')}
              legend="Home"
              items={homes.map(({ household, name, reference }) => ({
                value: household,
                text: name ?? reference,
                hint: name ? reference : undefined,
              }))}
            />
            <DayField state={before} name="from" legend="Lives there since" />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})

export const endPlacementForm = form('/children/:child/end-placement', endPlacement, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    return {
      title: `${record.firstName} has left`,
      section,
      back: toChild(record.child),
      body: (
        <Form save="Record that they left">
          <WarningText>
            From that day on the carers of the home no longer see this child’s record.
          </WarningText>
          <DayField state={fromToday(visit, state)} name="from" legend="The day they left" />
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
