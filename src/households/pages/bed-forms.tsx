import { NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { form } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { addBed } from '../add-bed.ts'
import { endBed } from '../end-bed.ts'
import { staysAffectedList } from '../lists.ts'
import { answer, DayField, fromToday, homeOf, homeToChange, section, toHome } from './parts.tsx'
import { StaysTouched } from './stays-touched.tsx'

export const addBedForm = form('/households/:household/beds/add', addBed, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit) }),
  show: async (visit, state) => {
    const { name, household } = await homeToChange(visit)
    return {
      title: `Add a bed at ${name}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <Input
            {...answer(state, 'room')}
            label="Bedroom"
            hint="Use the same words for beds in one bedroom, so sharing is noticed: Back bedroom"
            width={20}
          />
          <Input
            {...answer(state, 'name')}
            label="Name of the bed"
            hint="Like Bed 1, or Top bunk"
            width={20}
          />
          <DayField state={fromToday(visit, state)} name="from" legend="Ready from" />
          <Button>Add this bed</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})

export const endBedForm = form('/households/:household/beds/:bed/end', endBed, {
  input: (visit, typed) => ({ ...typed, bed: visit.params.bed }),
  show: async (visit, state) => {
    const { beds, household, name } = await homeToChange(visit)
    const bed = beds.find((one) => one.id === visit.params.bed)
    if (!bed) throw new NotFound()
    const today = dayOf(visit.now)
    const { stays } = await visit.look(staysAffectedList, { household, from: today, bed: bed.id })
    return {
      title: `End ${bed.name}, ${bed.room}`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <p>From the day you choose, {name} no longer has this bed.</p>
          <h2>Stays in this bed from today on</h2>
          <StaysTouched stays={stays} />
          <DayField state={fromToday(visit, state)} name="from" legend="The first day it is not there" />
          <Button kind="warning">End this bed</Button>
        </form>
      ),
    }
  },
  done: ({ household }) => `/households/${household}`,
})
