import { z } from 'zod'
import { may } from '../access/policy.ts'
import { id, wholeNumber } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Forbidden } from '../platform/refusals.ts'
import { kindWords, sayFact } from './history-words.ts'
import { say } from './say.ts'
import { findChild } from './store.ts'
import { childOn } from './store-child.ts'
import { historyOf } from './store-history.ts'

const PAGE = 50

export const childHistory = listing({
  name: 'child-history',
  says: 'Everything that was written about a child, the latest first: what held when, who wrote it, what was replaced. Not for a host.',
  query: z.object({ child: id('a child'), page: wholeNumber('the page', 1, 100_000).default(1) }),
  allow: may.readChildren,
  sensitive: ({ child }) => ({ child }),
  run: async (context, { child, page }) => {
    await findChild(context, child)
    const { actor, today } = context
    if (!may.readChildRecord(actor, { child })) throw new Forbidden()
    const facts = await childOn(context, child, today)
    const rows = await historyOf(context, child, { skip: (page - 1) * PAGE, most: PAGE })
    const ask = { worker: facts.workerName, duty: actor.service.dutyPhone }
    return {
      child,
      name: `${facts.firstName} ${facts.lastName}`,
      page,
      pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / PAGE)),
      facts: rows.map(({ kind, says, total: _total, ...row }) => ({
        ...row,
        kind,
        about: say(kindWords, kind),
        says: sayFact(kind, says, ask),
      })),
    }
  },
})
