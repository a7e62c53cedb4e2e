import { answer, choices, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { type FormState, form } from '../../platform/web/visit.ts'
import { addChild } from '../add-child.ts'
import { changeChild } from '../change-child.ts'
import { childRecord } from '../child-record.ts'
import { legalStatusWords } from '../legal-status.ts'
import { homesForPlacing } from '../lists.ts'
import { alongsideWords, petWords, sexes } from '../say.ts'
import { childOf, Find, Form, fromToday, Pick, section, toChild } from './parts.tsx'

const Who = ({ state }: { state: FormState }) => (
  <>
    <Input {...answer(state, 'firstName')} label="First name" width={20} autocomplete="off" />
    <Input {...answer(state, 'lastName')} label="Last name" width={20} autocomplete="off" />
    <DayField state={state} name="dob" legend="Date of birth" hint="For example, 14 3 2017" />
    <Radios {...answer(state, 'sex')} legend="Girl or boy?" items={choices(sexes)} inline />
    <Input {...answer(state, 'responsibleAuthority')} label="Responsible authority" width={20} />
    <Select {...answer(state, 'pets')} label="Pets" items={choices(petWords)} />
    <Select
      {...answer(state, 'caredForAlongside')}
      label="Cared for alongside others"
      items={choices(alongsideWords)}
    />
  </>
)

export const addChildForm = form('/children/add', addChild, {
  input: (_visit, typed) => typed,
  show: async (visit, state) => {
    const { homes } = await visit.look(homesForPlacing, { search: visit.query.search })
    return {
      title: 'Add a child',
      section,
      back: { href: '/children' },
      body: (
        <>
          <Find visit={visit} label="First find the home the child lives at" hint="By name or reference" />
          <Form save="Add the child">
            <Pick
              {...answer(state, 'household')}
              legend="Home"
              items={homes.map(({ household, name, reference }) => ({
                value: household,
                text: name ?? reference,
                hint: name ? reference : undefined,
              }))}
            />
            <DayField state={state} name="placedFrom" legend="Lives there since" />
            <Input {...answer(state, 'reference')} label="Reference of the child" width={20} />
            <Who state={state} />
            <Select
              {...answer(state, 'legalStatus')}
              label="Legal status"
              items={[{ value: '', text: 'Choose one' }, ...choices(legalStatusWords)]}
            />
          </Form>
        </>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})

export const changeChildForm = form('/children/:child/change', changeChild, {
  input: (visit, typed) => ({ ...typed, child: childOf(visit) }),
  show: async (visit, state) => {
    const record = await visit.look(childRecord, { child: childOf(visit) })
    const { firstName, lastName, dob, sex, responsibleAuthority, pets, caredForAlongside } = record
    const who = { firstName, lastName, dob, sex, responsibleAuthority, pets, caredForAlongside }
    const before = prefilled(fromToday(visit, state), who)
    return {
      title: `Change who ${firstName} is`,
      section,
      back: toChild(record.child),
      body: (
        <Form>
          <Who state={before} />
          <DayField
            state={before}
            name="from"
            legend="True since"
            hint="To put right what was always wrong, give the day the record begins."
          />
        </Form>
      ),
    }
  },
  done: ({ child }) => `/children/${child}`,
})
