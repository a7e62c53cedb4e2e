import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusals.ts'
import { giveTask } from '../platform/tasks.ts'
import { holdAgain, type Stay } from './store.ts'
import { weigh } from './weigh.ts'

/**
 * Children who came though their stay was called off, or was said to have come to nothing: they are there, so they have
 * their place and a bed again. Throws a `Refusal` where no bed is left, and the duty team is told at once all the same.
 */
export async function reclaimStay(context: Context, stay: Stay): Promise<void> {
  const { beds } = await weigh(context, stay, stay.children, stay.host, stay.id)
  if (stay.kind !== 'day_care' && beds.size < stay.children.length) {
    throw new Refusal(
      `No bed is left for them there. The duty team has been told: ring them now on ${context.actor.service.dutyPhone}`,
      {
        keep: async (again) => {
          await giveTask(again, {
            kind: 'look into stay',
            says: 'Children are at a home where no bed is left for them: their stay had been called off',
            about: { kind: 'stay', id: stay.id },
            due: again.now,
            forRole: 'duty_worker',
          })
        },
      },
    )
  }
  await holdAgain(context, stay.id, beds)
}
