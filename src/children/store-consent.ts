import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { type Day, momentAt } from '../values/london.ts'
import type { ConsentFact } from './rules.ts'

/** An answer about one item, with who gave it and what goes with it. */
export type ConsentRow = ConsentFact & {
  child: string
  item: string
  basis: string
  givenBy: string
  whoMayAgree: string | null
  tell: string | null
  conditions: string | null
  reviewOn: Day | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
}

/** Every answer about these children that `consentOn` of rules.ts needs: those believed now, and those withdrawn. */
export async function consentFacts(context: Context, children: readonly string[]): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select child_id as child, item, decision, basis, given_by as "givenBy", who_may_agree as "whoMayAgree", tell,
      conditions, review_on as "reviewOn", lower(during) as "from", upper(during) as until,
      withdrawn_at is not null as withdrawn, withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason",
      superseded_at is not null as superseded
    from consent
    where child_id = any (${children}::uuid[]) and (superseded_at is null or withdrawn_at is not null)
    order by lower(during), id`.execute(context.db)
  return rows
}

/** Whether a sleepover of this child is asked for or agreed that goes on after a day begins. */
export async function isToStay(context: Context, child: string, from: Day): Promise<boolean> {
  const { rows } = await sql<{ stays: boolean }>`
    select exists (select from stay y join stay_child c on c.stay_id = y.id
      where c.child_id = ${child} and y.status in ('requested', 'accepted')
        and upper(y.during) > ${momentAt(from, '00:00')}) as stays`.execute(context.db)
  return rows[0]?.stays ?? false
}
