import type { Visit } from '../../platform/web/visit.ts'
import { childRecord } from '../child-record.ts'
import { children } from '../lists.ts'
import { childOf } from './parts.tsx'

/** Other children, as many as a person reads through; more are found by name. */
const FEW = 15

/** The child a page is about, and the other children found by what was searched for. */
export async function others(visit: Visit) {
  const record = await visit.look(childRecord, { child: childOf(visit) })
  const found = await visit.look(children, { search: visit.query.search })
  const items = found.children
    .filter(({ child }) => child !== record.child)
    .slice(0, FEW)
    .map(({ child, name, age, home }) => ({
      value: child,
      text: name,
      hint: [age, home].filter(Boolean).join(', '),
    }))
  return { record, items }
}
