import { stateChildFacts } from '../children/bulk.ts'
import { batches } from './batches.ts'
import { idOf } from './references.ts'
import type { ChildRow } from './register.ts'
import { type ChildCase, decideChildren, UNKNOWN_CHILD } from './rules-children.ts'
import type { Work } from './work.ts'

/** Weighs the children of a register, batch by batch, and writes what changes. */
export async function bringChildren(work: Work): Promise<void> {
  const { today, register, outcome } = work
  for (const batch of batches('Children', register.children, work.progress)) {
    const decided = decideChildren(await casesOf(work, batch), today)
    work.hear(decided)
    outcome.children.changed += decided.changed.size
    await work.write((context) => stateChildFacts(context, decided.facts))
  }
}

async function casesOf(
  { known, homes, children, worker }: Work,
  batch: readonly ChildRow[],
): Promise<ChildCase[]> {
  const ids = batch.map((row) => idOf(children, row.reference))
  const found = await known.children(ids.filter((id) => !children.isNew(id)))
  return batch.map((row) => {
    const id = idOf(children, row.reference)
    const home = row.household === null ? null : (homes.ids.get(row.household) ?? null)
    return { id, row, known: found.get(id) ?? UNKNOWN_CHILD, home, worker: worker(row.worker) }
  })
}
