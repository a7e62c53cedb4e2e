import { answer, DayField } from '../../platform/web/answers.tsx'
import { form } from '../../platform/web/visit.ts'
import { childRecord } from '../child-record.ts'
import { linkSiblings } from '../link-siblings.ts'
import { unlinkSiblings } from '../unlink-siblings.ts'
import { others } from './others.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

export const siblingForm = form('/children/:child/siblings', linkSiblings, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const { record, items } = await others(visit)
    const before = fromToday(visit, state)
    return {
      title: `Add a brother or sister of ${record.firstName}`,
      section,
      back: toChild(record.child),
      body: (
        <>
          <Find visit={visit} label="Find the child" hint="By name or reference" />
          <Form save="Add">
            <Pick
              {...answer(before, 'sibling')}
              legend="Brother or sister: half, step and adopted too"
              items={items}
            />
            <DayField state={before} name="from" legend="Known since" />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})

export const unlinkSiblingForm = form('/children/:child/siblings/:sibling/unlink', unlinkSiblings, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit), sibling: visit.params.sibling }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const other = record.siblings.find(({ child }) => child === visit.params.sibling)
    return {
      title: `${record.firstName} and ${other?.says ?? 'the other child'} are not brothers or sisters`,
      section,
      back: toChild(record.child),
      body: (
        <Form save="Take away">
          <DayField state={fromToday(visit, state)} name="from" legend="From which day?" />
        </Form>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})
