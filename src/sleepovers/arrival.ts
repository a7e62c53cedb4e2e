import { type Context, widened } from '../platform/context.ts'
import { giveTask } from '../platform/tasks.ts'
import { addDays, dayOf, momentAt, weekday } from '../values/london.ts'
import { changeStay, findStay, saveWeighing } from './store.ts'
import { liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'

/** Nine o'clock on the next working day, Monday to Friday: when what was done in a hurry is looked at again. */
function nextWorkingMorning(now: Date): Date {
  let next = addDays(dayOf(now), 1)
  while (weekday(next) > 5) next = addDays(next, 1)
  return momentAt(next, '09:00')
}

/**
 * The children are there since `at`: the stay has begun, with what the rules say of it now. Each of `breaches`, a
 * sentence that names nobody, becomes a task for the liaison worker to look into.
 */
export async function beginStay(
  context: Context,
  stayId: string,
  at: Date,
  breaches: readonly string[] = [],
): Promise<void> {
  await widened(context, async () => {
    await changeStay(context, stayId, { status: 'arrived', arrived_at: at })
    const stay = await findStay(context, stayId)
    const weighing = await weigh(context, stay, stay.children, stay.host, stayId)
    await saveWeighing(context, stayId, 'arrived', weighing)
    if (breaches.length === 0) return
    const liaison = await liaisonOf(context, stay.home)
    for (const says of breaches) {
      const task = {
        kind: 'look into arrival',
        says,
        about: { kind: 'stay', id: stayId },
        due: nextWorkingMorning(context.now),
      }
      if (liaison.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
      for (const forPerson of liaison) await giveTask(context, { ...task, forPerson })
    }
  })
}
