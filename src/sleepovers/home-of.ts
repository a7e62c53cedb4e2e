import type { Context } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'

/**
 * The home these children live in today, with the actor's own eyes. Throws `NotFound` for a child who is not
 * theirs to see or has no home here, and a `Refusal` where they do not live together: each home asks for its own.
 */
export async function homeOf(context: Context, children: readonly string[]): Promise<string> {
  const rows = await context.db
    .selectFrom('placement as p')
    .select(['p.child_id', 'p.household_id'])
    .where('p.child_id', 'in', children)
    .where(current('p', context.today))
    .execute()
  const homes = new Set(rows.map((row) => row.household_id))
  const [home] = homes
  if (rows.length < children.length || home === undefined) throw new NotFound()
  if (homes.size > 1) {
    throw new Refusal('These children live in different homes. Ask for each home on its own', {
      field: 'children',
    })
  }
  return home
}
