import { answer, DayField } from '../../platform/web/answers.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { form } from '../../platform/web/visit.ts'
import { agreeRoomSharing } from '../agree-room-sharing.ts'
import { others } from './others.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

export const sharingForm = form('/children/:child/room-sharing', agreeRoomSharing, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const { record, items } = await others(visit)
    const before = fromToday(visit, state)
    return {
      title: `${record.firstName} may share a bedroom`,
      section,
      back: toChild(record.child),
      body: (
        <>
          <p>
            Each child’s own authority must agree in writing. This records the yes for {record.firstName}{' '}
            alone.
          </p>
          <Find visit={visit} label="Find the other child" hint="By name or reference" />
          <Form>
            <Pick {...answer(before, 'with')} legend="With whom?" items={items} />
            <Input {...answer(before, 'authority')} label="Which authority agreed?" width={20} />
            <DayField state={before} name="from" legend="From" />
            <DayField
              state={before}
              name="until"
              legend="Until"
              hint="The first day it no longer holds. Leave empty if it goes on."
            />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})
