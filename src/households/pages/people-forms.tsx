import { NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { form } from '../../platform/web/visit.ts'
import { addCarer } from '../add-carer.ts'
import { assignSupervisor } from '../assign-supervisor.ts'
import { endCarer } from '../end-carer.ts'
import { supervisors } from '../lists.ts'
import { returnCarer } from '../return-carer.ts'
import { answer, DayField, fromToday, homeOf, homeToChange, prefilled, section, toHome } from './parts.tsx'

const done = ({ household }: { household: string }) => toHome(household).href

export const addCarerForm = form('/households/:household/carers/add', addCarer, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { name, household } = await homeToChange(visit)
    return {
      title: `Add a carer at ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <Input {...answer(state, 'name')} label="Name" />
          <Input
            {...answer(state, 'email')}
            label="Email address"
            hint="They sign in with it. Each person needs their own."
            type="email"
          />
          <Input {...answer(state, 'phone')} label="Phone number" type="tel" width={20} />
          <DayField state={fromToday(visit, state)} name="from" legend="A carer here from" />
          <Button>Add this carer</Button>
        </form>
      ),
    }
  },
  done,
})

export const endCarerForm = form('/households/:household/carers/:person/end', endCarer, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit), person: visit.params.person }),
  show: async (visit, state) => {
    const { carers, household, name } = await homeToChange(visit)
    const carer = carers.find((one) => one.id === visit.params.person)
    if (!carer) throw new NotFound()
    return {
      title: `${carer.name} leaves ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <p>From that day they no longer see this home or its children. Their record stays.</p>
          <DayField
            state={fromToday(visit, state)}
            name="from"
            legend="The first day they are no longer a carer here"
          />
          <Button kind="warning">End their part in this home</Button>
        </form>
      ),
    }
  },
  done,
})

export const returnCarerForm = form('/households/:household/carers/:person/back', returnCarer, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit), person: visit.params.person }),
  show: async (visit, state) => {
    const { otherCarers, household, name } = await homeToChange(visit)
    const carer = otherCarers.find((one) => one.id === visit.params.person)
    if (!carer) throw new NotFound()
    return {
      title: `${carer.name} comes back to ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <DayField state={fromToday(visit, state)} name="from" legend="A carer here again from" />
          <Button>Add them back</Button>
        </form>
      ),
    }
  },
  done,
})

export const supervisorForm = form('/households/:household/supervisor', assignSupervisor, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { name, supervisor, household } = await homeToChange(visit)
    const able = await visit.look(supervisors)
    const before = prefilled(fromToday(visit, state), { person: supervisor?.id })
    return {
      title: `Who supervises ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <Select
            {...answer(before, 'person')}
            label="Supervising social worker"
            items={[
              { value: '', text: 'Choose somebody' },
              ...able.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <DayField state={before} name="from" legend="From which day?" />
          <Button>Save</Button>
        </form>
      ),
    }
  },
  done,
})
