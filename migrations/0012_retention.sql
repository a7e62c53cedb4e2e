-- Invariant 22: every record has a retention class, and a legal hold keeps it longer. Nothing is deleted; for what
-- other records hang on, the database refuses it even to the tables' owner.
create table retention_class (
  table_name text primary key,
  class text not null check (class in ('child', 'carer', 'service', 'passing'))
);
grant select on retention_class to constellation_app;

create table legal_hold (
  like dated_fact including defaults including constraints,
  primary key (id),
  about_kind text not null check (about_kind in ('child', 'household', 'person')),
  about_id uuid not null,
  reason text not null check (reason <> ''),
  ordered_by text not null check (ordered_by <> ''),
  -- Why it was let go, for one that has ended.
  lift_reason text,
  constraint legal_hold_once exclude using gist (about_id with =, during with &&) where (superseded_at is null)
);
-- For those alone who answer for the whole service.
call protect('legal_hold', 'false');

create function keep_record() returns trigger language plpgsql as
  $$ begin raise exception 'Records of this kind are kept: nothing here is ever deleted' using errcode = 'restrict_violation'; end $$;
do $$
declare kept text;
begin
  foreach kept in array array['child', 'household', 'person', 'stay', 'legal_hold'] loop
    execute format('create trigger keep_record before delete on %I for each row execute function keep_record()', kept);
  end loop;
end $$;

-- `child`: to the 75th birthday, or 15 years after a death under 18. `carer`: at least 10 years after approval ends.
-- `service`: what says who decided and answered, kept with the longest of them. `passing`: over with its use.
insert into retention_class (table_name, class)
  select c.relname, case
    when c.relname in ('session', 'api_token', 'sign_in_code', 'staged_upload') then 'passing'
    when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('child_id', 'stay_id', 'children') and not a.attisdropped)
      or c.relname in ('child', 'stay', 'stay_series', 'sibling', 'exemption', 'exemption_child', 'swap_offer') then 'child'
    when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('household_id', 'household_a') and not a.attisdropped)
      or c.relname in ('household', 'person', 'person_role') then 'carer'
    else 'service' end
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and c.relname not in ('schema_migration', 'dated_fact', 'retention_class', 'place_position')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('service_id', 'person_id') and not a.attisdropped);
insert into retention_class values ('service', 'service');
