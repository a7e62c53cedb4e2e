import { sql } from 'kysely'
import { rulePacks } from '../platform/rule-pack.ts'
import { type Check, type Found, question } from './check.ts'

/* Invariant 28, each decision keeps the pack it was taken under; and what makes a yes a yes (the levels of section 5). */

const versions = rulePacks.map(({ version }) => version)

const unknownPack = question({
  rule: 28,
  what: 'A decision was taken under rules that are not among the rule packs.',
  asks: () => sql`
    select array[id]::text[] as rows from (
      select id, pack_version from weighing union all select id, pack_version from override
      union all select id, pack_version from acceptance union all select id, pack_version from unmet_need union all select id, pack_version from fidelity_variance
    ) decision where pack_version <> all (${versions}::text[]) order by 1`,
})

const unweighed = question({
  rule: 28,
  what: 'A sleepover was asked for, agreed or begun without what the rules said of it.',
  asks: () => sql`
    select array[y.id]::text[] as rows from stay y
    cross join (values ('asked'), ('accepted'), ('arrived')) o (occasion)
    where (o.occasion = 'asked'
        or (o.occasion = 'accepted' and y.answered_at is not null and y.status in ('accepted', 'arrived', 'continued', 'converted', 'returned'))
        or (o.occasion = 'arrived' and y.arrived_at is not null))
      and not exists (select from weighing w where w.stay_id = y.id and w.occasion = o.occasion)
    group by y.id order by 1`,
})

/** Rules nobody overrides. A pen that runs out (12) is the social worker's to decide, as consent is. */
const hard = [
  ...new Set(
    rulePacks.flatMap(({ rules }) =>
      Object.entries(rules).flatMap(([number, { overriddenBy }]) =>
        overriddenBy.length === 0 && number !== '12' ? [number] : [],
      ),
    ),
  ),
]

type Yes = { rule: string; own: boolean; hard: boolean; early: boolean; rows: string[] }

/** A yes is a named person's who did not ask, to a rule that may be overridden, and holds when the stay begins. */
const yeses: Check = {
  rules: [],
  find: async ({ db }) => {
    const { rows } = await sql<Yes>`
      select o.rule, o.given_by = y.requested_by as own, o.rule = any (${hard}::text[]) as hard,
        o.expires_on < (lower(y.during) at time zone 'Europe/London')::date as early, array[y.id, o.id]::text[] as rows
      from override o join stay y on y.id = o.stay_id order by o.id`.execute(db)
    return rows.flatMap(({ rule, own, hard, early, rows }): Found[] => {
      const found = (what: string) => ({ rule: Number(rule), what, rows })
      return [
        ...(own ? [found('Somebody said yes to what they had asked for themselves.')] : []),
        ...(hard ? [found('Somebody said yes to a rule that nobody can override.')] : []),
        ...(early ? [found('A yes ran out before the sleepover it was given for.')] : []),
      ]
    })
  },
}

export const decisionChecks: readonly Check[] = [unknownPack, unweighed, yeses]
