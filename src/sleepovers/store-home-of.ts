import { type Context, widened } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { homesOfConstellation } from './store-places.ts'

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
  return oneHome(
    rows.map((row) => row.household_id),
    children.length,
  )
}

/** The one home among the homes of so many children; throws what `homeOf` throws. */
export function oneHome(found: readonly string[], children: number): string {
  const homes = new Set(found)
  const [home] = homes
  if (found.length < children || home === undefined) throw new NotFound()
  if (homes.size > 1) {
    throw new Refusal('These children live in different homes. Ask for each home on its own', {
      field: 'children',
    })
  }
  return home
}

/** Whether the actor may know of a home at all. */
export async function seesHome(context: Context, home: string): Promise<boolean> {
  const seen = await context.db.selectFrom('household').select('id').where('id', '=', home).executeTakeFirst()
  return seen !== undefined
}

/**
 * Throws `NotFound` for a host the actor may not know of: one they cannot see, and that is not of the constellation
 * of the children's home either. Otherwise an id alone would tell a home's name and whether it has room.
 */
export async function knownHost(context: Context, home: string, host: string): Promise<void> {
  if (await seesHome(context, host)) return
  const { homes } = await widened(context, () => homesOfConstellation(context, home, []))
  if (!homes.includes(host)) throw new NotFound()
}
