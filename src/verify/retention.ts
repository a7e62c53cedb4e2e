import { sql } from 'kysely'
import { type Check, question } from './check.ts'

/*
 * Invariant 22: every record has a retention class, and a legal hold keeps it longer. Sources: Fostering Services
 * (England) Regulations 2011, regulation 32; Care Planning, Placement and Case Review (England) Regulations 2010,
 * regulation 50. The classes and the triggers are migrations/0012_retention.sql.
 */

const unclassed = question({
  rule: 22,
  what: 'A table with a service’s records has no retention class: nobody knows how long they are kept.',
  asks: () => sql`
    select array[c.relname::text] as rows from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'dated_fact'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'service_id' and not a.attisdropped)
      and not exists (select from retention_class r where r.table_name = c.relname) order by 1`,
})

/** What other records hang on: PostgreSQL itself refuses to delete from these, to the tables' owner too. */
const KEPT = ['child', 'household', 'person', 'stay', 'legal_hold']

const deletable = question({
  rule: 22,
  what: 'Records that others hang on can be deleted: the trigger that keeps them is gone or switched off.',
  asks: () => sql`
    select array[kept] as rows from unnest(${KEPT}::text[]) kept
    where not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where t.tgrelid = to_regclass(kept) and p.proname = 'keep_record' and t.tgenabled in ('O', 'A')
        -- For each row (1), before (2), on delete (8), and whatever else.
        and t.tgtype & 11 = 11 and t.tgqual is null) order by 1`,
})

const adrift = question({
  rule: 22,
  what: 'A legal hold is on a record that its service does not have.',
  asks: () => sql`
    select array[h.id, h.about_id]::text[] as rows from legal_hold h where not case h.about_kind
      when 'child' then exists (select from child c where c.id = h.about_id and c.service_id = h.service_id)
      when 'household' then exists (select from household o where o.id = h.about_id and o.service_id = h.service_id)
      else exists (select from person p where p.id = h.about_id and p.service_id = h.service_id) end order by 1`,
})

const unexplained = question({
  rule: 22,
  what: 'A legal hold does not say why, or who asked for it.',
  asks: () => sql`
    select array[id, about_id]::text[] as rows from legal_hold
    where trim(reason) = '' or trim(ordered_by) = '' order by 1`,
})

export const retentionChecks: readonly Check[] = [unclassed, deletable, adrift, unexplained]
