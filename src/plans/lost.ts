import type { Context } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { isLost } from './rules/standing.ts'
import { plansToRun, setEnded } from './store-run.ts'

/** Ends every run of the service whose server went away as a draft, with the best it had found. Gives how many. */
export async function giveUpLost(context: Context): Promise<number> {
  const lost = async () =>
    (await plansToRun(context)).filter(
      ({ state, heardAt }) => state === 'running' && isLost(heardAt, context.now),
    )
  const some = await lost()
  if (some.length === 0) return 0
  await takeTurns(
    context,
    some.map(({ plan }) => plan),
  )
  // Looked at anew: meanwhile it may have been heard of, or ended.
  const still = await lost()
  for (const { plan } of still) await setEnded(context, plan, { state: 'draft', ended: 'lost' })
  return still.length
}
