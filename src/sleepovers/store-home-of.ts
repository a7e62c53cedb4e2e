import { sql } from 'kysely'
import { type Context, widened } from '../platform/context.ts'
import { type Asked, ask } from '../platform/database-statements.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { homesOfConstellation } from './store-places.ts'
import { known } from './store-read.ts'

/**
 * The home these children live in today, with the actor's own eyes. Throws `NotFound` for a child who is not
 * theirs to see or has no home here, and a `Refusal` where they do not live together: each home asks for its own.
 */
export async function homeOf(context: Context, children: readonly string[]): Promise<string> {
  return (await askHomeOf(context, children)).answer()
}

/**
 * The same, with a host that is to be known to the actor (`knownHost`), in one journey.
 */
export async function homeAndHost(
  context: Context,
  children: readonly string[],
  host: string,
): Promise<string> {
  const living = await askHomeOf(context, children)
  const seeing = await askSeesHome(context, host)
  const home = await living.answer()
  if (!(await seeing.answer())) await knownHost(context, home, host)
  return home
}

function askHomeOf(context: Context, children: readonly string[]): Promise<Asked<string>> {
  const question = sql<{ home: string }>`
    select p.household_id as home from placement p where p.child_id = any (${children}::uuid[]) 
      and ${known('p')} and (p.during @> ${context.today}::date) is true`
  return ask(context.db, question, (rows) =>
    oneHome(
      rows.map(({ home }) => home),
      children.length,
    ),
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
  return (await askSeesHome(context, home)).answer()
}

const askSeesHome = (context: Context, home: string): Promise<Asked<boolean>> =>
  ask(context.db, sql`select from household where id = ${home}`, ({ length }) => length > 0)

/**
 * Throws `NotFound` for a host the actor may not know of: one they cannot see, and that is not of the constellation
 * of the children's home either. Otherwise an id alone would tell a home's name and whether it has room.
 */
export async function knownHost(context: Context, home: string, host: string): Promise<void> {
  if (await seesHome(context, host)) return
  const { homes } = await widened(context, () => homesOfConstellation(context, home, []))
  if (!homes.includes(host)) throw new NotFound()
}
