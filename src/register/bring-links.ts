import { noChildFacts, stateChildFacts } from '../children/bulk.ts'
import { pair } from '../children/rules.ts'
import { noHomeFacts, stateHomeFacts } from '../households/bulk.ts'
import type { Problem } from './problems.ts'
import { idOf } from './references.ts'
import { FILES, type LinkRow } from './register.ts'
import { nothingSaid } from './rules.ts'
import { decideLinks, decideSiblings, type LinkCase } from './rules-links.ts'
import { linkKey } from './store.ts'
import type { Work } from './work.ts'

/** Weighs the ties of a register, brothers and sisters among them, and writes what changes. */
export async function bringLinks(work: Work): Promise<void> {
  const { known, today, register, outcome, children } = work
  const pairs = await known.siblings()
  const siblings = decideSiblings(
    register.children,
    (reference) => idOf(children, reference),
    (a, b) => pairs.has(`${a} ${b}`),
  )
  const links = decideLinks(await casesOf(work), today)
  work.hear(siblings)
  work.hear(links)
  outcome.links.added = siblings.added + links.added
  const { must_not_meet, household_link } = links
  await work.write((context) => stateHomeFacts(context, { ...noHomeFacts(), household_link }))
  await work.write((context) =>
    stateChildFacts(context, { ...noChildFacts(), sibling: siblings.sibling, must_not_meet }),
  )
}

/** The lines whose two sides are known, each pair once. */
async function casesOf({ known, register, homes, children, hear }: Work): Promise<LinkCase[]> {
  const standing = await known.links()
  const seen = new Map<string, number>()
  return register.links.flatMap((row) => {
    const { ids } = row.kind === 'must_not_meet' ? children : homes
    const [one, other] = [ids.get(row.a), ids.get(row.b)]
    if (!one || !other) return []
    const [a, b] = pair(one, other)
    const key = linkKey(row.kind, a, b)
    const before = seen.get(key)
    if (before !== undefined) {
      hear({ ...nothingSaid(), problems: [twice(row, before)] })
      return []
    }
    seen.set(key, row.line)
    return [{ row, a, b, known: standing.get(key) ?? null }]
  })
}

const twice = (row: LinkRow, before: number): Problem => ({
  file: FILES.links,
  line: row.line,
  column: 'a',
  what: `${row.a} and ${row.b} are already linked so on line ${before}`,
  mend: 'keep one of the two lines',
})
