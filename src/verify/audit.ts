import { sql } from 'kysely'
import { type Check, question } from './check.ts'

/*
 * Invariant 20: the audit is append-only, and corrections supersede. The chain is the one that `write_audit` of
 * migrations/0001_who_asks.sql makes.
 */

const unguarded = question({
  rule: 20,
  what: 'The audit can be changed or removed: its triggers are missing or switched off.',
  asks: () => sql`
    select array[wanted.name] as rows from (values ('audit_stays', 27), ('audit_stays_whole', 34)) wanted (name, type)
    where not exists (select from pg_trigger t where t.tgrelid = 'audit'::regclass and t.tgname = wanted.name
      and t.tgtype = wanted.type and t.tgenabled in ('O', 'A') and t.tgfoid = 'audit_stays'::regproc) order by 1`,
})

const mayWrite = question({
  rule: 20,
  what: 'The app may write to the audit otherwise than through its function.',
  asks: () => sql`
    select array[may.doing] as rows from unnest(array['insert', 'update', 'delete', 'truncate']) may (doing)
    where has_table_privilege('constellation_app', 'audit', may.doing)
      or (may.doing in ('insert', 'update') and has_any_column_privilege('constellation_app', 'audit', may.doing)) order by 1`,
})

/** What is over of sign-in is let go; everything else is superseded, never removed. */
const mayRemove = question({
  rule: 20,
  what: 'The app may remove records, which are only ever superseded.',
  asks: () => sql`
    select array[c.relname::text] as rows from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('session', 'sign_in_code', 'audit')
      and (has_table_privilege('constellation_app', c.oid, 'delete') or has_table_privilege('constellation_app', c.oid, 'truncate'))
    order by 1`,
})

export const auditChecks: readonly Check[] = [unguarded, mayWrite, mayRemove]

/** Each row's hash computed again from the row before it in its service: a row changed, put in or taken out shows. */
const broken = question({
  rule: 20,
  what: 'The chain of the audit is broken here: this row, or the one before it, was changed, put in or taken out.',
  asks: () => sql`
    select array[id::text] as rows from (
      select a.id, a.hash, audit_hash(lag(a.hash) over (partition by a.service_id order by a.id), a) as again from audit a
    ) chain where hash is distinct from again order by id`,
})

/** Rows taken off the chain's end leave what they told of without a row. A move asks for the stay it moves children to. */
const untold = question({
  rule: 20,
  what: 'A sleepover was asked for, and the audit has no row of it.',
  asks: () => sql`
    select array[y.id]::text[] as rows from stay y
    where not exists (select from audit a where a.service_id = y.service_id and a.outcome = 'done'
      and (a.subject @> jsonb_build_object('stay', y.id) or a.subject @> jsonb_build_object('moved', y.id)
        or a.subject @> jsonb_build_object('stays', jsonb_build_array(y.id)))) order by 1`,
})

/** The same with the whole chain of each service: with `--audit`, because it reads every row there is. */
export const chainChecks: readonly Check[] = [broken, untold]
