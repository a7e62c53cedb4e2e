import { entriesOf, type StaffKey, staff } from '../../seeds/county.ts'
import { addPerson } from '../access/add-person.ts'
import { ROLES_FROM, type Step } from './calendar.ts'
import { emailOf, phone, type World } from './world.ts'

const LEAD: StaffKey = 'programmeLead'
/** The inspection began two days ago. */
const INSPECTION = -2

/** The programme lead adds the rest of the staff; an inspector when the inspection begins. */
export const staffSteps = (world: World): Step[] =>
  entriesOf(staff).flatMap(([key, { name, role, until }], index) => {
    if (key === LEAD) return []
    const from = until === undefined ? ROLES_FROM : INSPECTION
    return [
      world.step(world.written(from), '08:30', async () => {
        const { person } = await world.does(LEAD, addPerson, {
          name,
          email: emailOf(name),
          phone: phone(100 + index),
          role,
          from: world.day(from),
          until: until === undefined ? null : world.day(until),
        })
        world.people.set(key, person)
      }),
    ]
  })
