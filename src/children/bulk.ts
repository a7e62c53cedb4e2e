import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { type Fact, insertMany, stateMany } from '../platform/many.ts'

/*
 * Many children at once, for an import: what the module's actions do one by one, in a statement for each table.
 */

/** The dated facts of a child that are written in bulk; each list in `Fact`'s terms. */
export type ChildFacts = {
  child_detail: Fact[]
  legal_status: Fact[]
  placement: Fact[]
  sibling: Fact[]
  must_not_meet: Fact[]
  care_card: Fact[]
  consent: Fact[]
  child_worker: Fact[]
}

export const noChildFacts = (): ChildFacts => ({
  child_detail: [],
  legal_status: [],
  placement: [],
  sibling: [],
  must_not_meet: [],
  care_card: [],
  consent: [],
  child_worker: [],
})

/** Adds children by id and reference, without a fact to their names. */
export function addChildren(
  context: Context,
  children: readonly { id: string; reference: string }[],
): Promise<number> {
  const created = { created_at: sql`${context.now}::timestamptz` }
  return insertMany(context, 'child', children, created)
}

/** States the facts. Gives how many rows were written or superseded. */
export async function stateChildFacts(context: Context, facts: ChildFacts): Promise<number> {
  let rows = 0
  for (const table of Object.keys(facts) as (keyof ChildFacts)[]) {
    rows += await stateMany(context, table, facts[table])
  }
  return rows
}
