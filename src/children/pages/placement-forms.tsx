import { answer, DayField } from '../../platform/web/answers.tsx'
import { WarningText } from '../../platform/web/components/warning-text.tsx'
import { form } from '../../platform/web/visit.ts'
import { childRecord } from '../child-record.ts'
import { endPlacement } from '../end-placement.ts'
import { homesForPlacing } from '../lists.ts'
import { placeChild } from '../place-child.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

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
