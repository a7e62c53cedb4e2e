import { type Context, widened } from '../platform/context.ts'
import { giveTask } from '../platform/tasks.ts'
import { nextWorkingMorning } from '../values/working-days.ts'
import { changeStay, findStay, saveWeighing } from './store.ts'
import { liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'

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
        due: nextWorkingMorning(context.now, '09:00'),
      }
      if (liaison.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
      for (const forPerson of liaison) await giveTask(context, { ...task, forPerson })
    }
  })
}
