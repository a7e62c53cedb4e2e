import { answer, choices, DayField } from '../../platform/web/answers.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { form, type Visit } from '../../platform/web/visit.ts'
import { agreeRoomSharing } from '../agree-room-sharing.ts'
import { childRecord } from '../child-record.ts'
import { liftApart } from '../lift-apart.ts'
import { linkSiblings } from '../link-siblings.ts'
import { children } from '../lists.ts'
import { orderApart } from '../order-apart.ts'
import { orderedByWords } from '../say.ts'
import { unlinkSiblings } from '../unlink-siblings.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

/** Other children, as many as a person reads through; more are found by name. */
const FEW = 15

async function others(visit: Visit) {
  const record = await visit.look(childRecord, { child: childOf(visit) })
  const found = await visit.look(children, { search: visit.query.search })
  const items = found.children
    .filter(({ child }) => child !== record.child)
    .slice(0, FEW)
    .map(({ child, name, age, home }) => ({
      value: child,
      text: name,
      hint: [age, home].filter(Boolean).join(', '),
    }))
  return { record, items }
}

const ENDS = 'The first day it no longer holds. Leave empty if it goes on.'

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
            <DayField state={before} name="until" legend="Until" hint={ENDS} />
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
            <DayField state={before} name="until" legend="Until" hint={ENDS} />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})
