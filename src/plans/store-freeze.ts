import type { Context } from '../platform/context.ts'
import type { AskedAlready } from './rules/changed.ts'

/** Which of these homes were asked by a constellation and have not answered. */
export async function askedAlready(context: Context, households: readonly string[]): Promise<AskedAlready[]> {
  if (households.length === 0) return []
  return context.db
    .selectFrom('invitation as i')
    .innerJoin('constellation as c', 'c.id', 'i.constellation_id')
    .select(['i.household_id as household', 'c.name as constellation'])
    .where('i.household_id', 'in', households)
    .where('i.answer', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.invited_at')
    .execute()
}
