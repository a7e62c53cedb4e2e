import { sql } from 'kysely'
import { type Check, question } from './check.ts'

/*
 * Invariant 21: access by relationship and purpose. What data can show: the walls stand. Source: UK GDPR article 32
 * and the Children's Code; the walls themselves are migrations/0001_who_asks.sql and 0006_enter.sql.
 */

const open = question({
  rule: 21,
  what: 'A table with a service’s records has row-level security switched off, or no rule for who may read it.',
  asks: () => sql`
    select array[c.relname::text] as rows from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = 'service' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'service_id'))
      and has_table_privilege('constellation_app', c.oid, 'select, insert, update, delete')
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)) order by 1`,
})

const leaky = question({
  rule: 21,
  what: 'A rule for who may read a table does not ask for the service first.',
  asks: () => sql`
    select array[tablename || ' ' || policyname] as rows from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE'
      and coalesce(qual, with_check) !~ '^\\(*(service_)?id = \\( SELECT actor_service\\(' order by 1`,
})

const owner = question({
  rule: 21,
  what: 'The app’s role owns something of the database, or bypasses its rules.',
  asks: () => sql`
    select array[what] as rows from (
      select 'role' as what from pg_roles where rolname = 'constellation_app' and (rolsuper or rolbypassrls or rolcreaterole)
      union all select relname::text from pg_class where relowner = 'constellation_app'::regrole
      union all select proname::text from pg_proc where proowner = 'constellation_app'::regrole
      union all select nspname::text from pg_namespace where nspowner = 'constellation_app'::regrole
      union all select 'member of ' || roleid::regrole::text from pg_auth_members where member = 'constellation_app'::regrole
      union all select 'create in public' where has_schema_privilege('constellation_app', 'public', 'create')
    ) owned order by 1`,
})

export const wallChecks: readonly Check[] = [open, leaky, owner]
