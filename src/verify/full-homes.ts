import { sql } from 'kysely'
import { packAt } from '../platform/rule-pack.ts'
import { limitFindings } from '../sleepovers/rules/limit.ts'
import { gatherChildren } from '../sleepovers/store-children.ts'
import { gatherHosts } from '../sleepovers/store-hosts.ts'
import { addDays, daysOf, momentAt } from '../values/london.ts'
import type { Check, Found } from './check.ts'
import { knownAt } from './known-then.ts'

type Full = { household: string; children: string[] }

/**
 * Invariant 5 without a sleepover: more foster children live in a home than the usual limit (Children Act 1989,
 * Schedule 7), not all brothers and sisters, and no exemption is on record. Where they live is a truth the register
 * brought, and it brings no exemptions: so it is told, to be put on record, and is no breach of ours. With a
 * sleepover in the same home it is one (stays.ts). After `stayChecks`, which shows the records as known.
 */
export const fullHomes: Check = {
  rules: [5],
  find: async (records) => {
    const { db, now, today } = records
    const pack = packAt(today)
    const { rows } = await sql<Full>`
      select household_id as household, array_agg(child_id::text order by child_id) as children from public.placement
      where superseded_at is null and during @> ${today}::date
      group by household_id having count(*) > ${pack.fosteringLimit.children} order by 1`.execute(db)
    const span = { from: momentAt(today, '17:00'), to: momentAt(addDays(today, 1), '10:00') }
    const context = await knownAt(records, now)
    const found: Found[] = []
    for (const { household, children: living } of rows) {
      const host = (await gatherHosts(context, [household], span)).get(household)
      const children = await gatherChildren(context, living, span)
      if (!host) continue
      const asked = {
        kind: 'planned' as const,
        home: household,
        span,
        why: '',
        before: [],
        splitReason: null,
        views: {},
      }
      const tonight = { asked, children, host, leftAtHome: [], pack, nights: [today], days: daysOf(span) }
      if (limitFindings(tonight).length === 0) continue
      const what =
        'More foster children live in a home than the usual limit, not all brothers and sisters, and no exemption is on record.'
      found.push({ rule: 5, what, rows: [household, ...living], kept: true })
    }
    return found
  },
}
