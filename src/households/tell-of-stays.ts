import type { Context } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { count } from '../values/words.ts'
import { whoRearranges } from './store.ts'
import type { AffectedStay } from './store-stays.ts'

/** Tells those who rearrange stays that some can no longer be as agreed. The stays themselves are left as they are. */
export async function tellOfStays(
  context: Context,
  household: string,
  affected: readonly AffectedStay[],
): Promise<void> {
  if (affected.length === 0) return
  await tell(context, await whoRearranges(context, household), {
    subject: 'A home cannot have everyone who is expected',
    body: `The home has fewer beds, or nights off. ${count(affected.length, 'stay')} there must be looked at again.`,
    about: { kind: 'household', id: household },
  })
}
