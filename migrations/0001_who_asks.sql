-- Who is asking, and what they may see. Every table with personal data is protected by `protect`, which keys
-- its rows on the actor that `enter` sets for the transaction: a forgotten `where` shows nothing.
create extension if not exists btree_gist;

do $$ begin
  perform pg_advisory_xact_lock(hashtext('constellation_app role'));
  if not exists (select from pg_roles where rolname = 'constellation_app') then
    create role constellation_app nologin;
  end if;
  if not pg_has_role(current_user, 'constellation_app', 'member') then
    execute format('grant constellation_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to constellation_app;

create function actor_service() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.service', true), '')::uuid $$;
create function actor_person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
-- True for those who answer for the whole service, and while facts are gathered for a rule.
create function actor_sees_all() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.sees', true), '') = 'service' $$;
-- Homes whose whole record the actor may read: their own, supervised, or of their constellations.
create function actor_homes() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.homes', true), ''), '{}')::uuid[] $$;
-- Homes the actor knows: those above, and the others of their constellation.
create function actor_near() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.near', true), ''), '{}')::uuid[] $$;
create function actor_constellations() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.constellations', true), ''), '{}')::uuid[] $$;
create function actor_children() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.children', true), ''), '{}')::uuid[] $$;

-- Rows of the actor's service that `may_read` allows (or all, for those who see the whole service).
-- Nobody may delete: records are superseded, never removed.
create procedure protect(target regclass, may_read text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy reading on %s for select to constellation_app using
    (service_id = (select actor_service()) and ((select actor_sees_all()) or (%s)))', target, may_read);
  execute format('create policy adding on %s for insert to constellation_app
    with check (service_id = (select actor_service()))', target);
  execute format('create policy changing on %s for update to constellation_app
    using (service_id = (select actor_service())) with check (service_id = (select actor_service()))', target);
  execute format('grant select, insert, update on %s to constellation_app', target);
end $$;

create table service (
  id uuid primary key,
  name text not null,
  duty_phone text not null,
  header_colour text not null default '#12294d' check (header_colour ~ '^#[0-9a-f]{6}$'),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table service enable row level security;
create policy reading on service for select to constellation_app using (id = (select actor_service()));
grant select on service to constellation_app;

create table person (
  id uuid primary key,
  service_id uuid not null references service,
  name text not null check (name <> ''),
  kind text not null check (kind in ('staff', 'carer', 'young_person')),
  email text check (email = lower(email)),
  phone text,
  created_at timestamptz not null default now(),
  unique (service_id, id)
);
create unique index person_email on person (email);
create index person_service on person (service_id, name);

create table person_role (
  id uuid primary key,
  service_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('programme_lead', 'fostering_manager', 'team_manager', 'liaison_worker',
    'supervising_social_worker', 'child_social_worker', 'duty_worker', 'duty_manager', 'recruitment_officer',
    'young_person', 'inspector', 'coach')),
  during daterange not null check (not isempty(during)),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  superseded_at timestamptz,
  foreign key (service_id, person_id) references person (service_id, id),
  constraint inspector_is_time_boxed check (role <> 'inspector' or not upper_inf(during)),
  constraint role_once exclude using gist (person_id with =, role with =, during with &&) where (superseded_at is null)
);
call protect('person_role', 'true');

-- What every dated fact carries: when it held (half-open, in days), who wrote it, and what replaced it.
-- A fact is never changed: a correction supersedes it, so any day can be asked as it was and as it was known.
create table dated_fact (
  id uuid not null,
  service_id uuid not null,
  during daterange not null check (not isempty(during)),
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  superseded_at timestamptz
);

-- Sign-in. Only hashes are kept; these tables hold no personal data and are asked before anyone is known.
create table session (
  token_hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table api_token (
  token_hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table sign_in_code (
  person_id uuid primary key references person,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0
);
grant select, insert, update, delete on session, sign_in_code to constellation_app;
grant select, insert, update on api_token to constellation_app;

-- The person with this address, before anyone is signed in. Gives no row for an unknown address.
create function person_for_email(address text) returns table (person_id uuid, service_id uuid)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select p.id, p.service_id from person p where p.email = lower(trim(address)) $$;

create table message (
  id uuid primary key,
  service_id uuid not null references service,
  to_person uuid not null,
  subject text not null,
  body text not null,
  about_kind text,
  about_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  sent_at timestamptz,
  foreign key (service_id, to_person) references person (service_id, id)
);
call protect('message', 'to_person = (select actor_person())');
create index message_person on message (to_person, created_at desc);

create table task (
  id uuid primary key,
  service_id uuid not null references service,
  kind text not null,
  says text not null,
  about_kind text not null,
  about_id uuid not null,
  for_person uuid,
  for_role text,
  due_at timestamptz not null,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid,
  done_note text,
  check (for_person is not null or for_role is not null),
  unique (service_id, id),
  foreign key (service_id, for_person) references person (service_id, id)
);
call protect('task', $$ for_person = (select actor_person())
  or for_role = any (string_to_array(current_setting('app.roles', true), ',')) $$);
create index task_open on task (service_id, due_at) where done_at is null;
create index task_about on task (about_id);

-- The record of who did or saw what. Append-only, each row chained to the one before it in its service.
create table audit (
  id bigint generated always as identity primary key,
  service_id uuid not null references service,
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  via text not null check (via in ('web', 'api', 'cli')),
  action text not null,
  outcome text not null check (outcome in ('done', 'refused', 'forbidden', 'seen')),
  subject jsonb not null,
  detail jsonb not null,
  hash bytea not null
);
create index audit_chain on audit (service_id, id desc);
create index audit_subject on audit using gin (subject jsonb_path_ops);
alter table audit enable row level security;
create policy reading on audit for select to constellation_app
  using (service_id = (select actor_service()) and (select actor_sees_all()));
grant select on audit to constellation_app;

create function audit_stays() returns trigger language plpgsql as
  $$ begin raise exception 'The audit record cannot be changed or removed'; end $$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_stays_whole before truncate on audit for each statement execute function audit_stays();

-- What a row's hash covers, with the hash of the row before it. `verify --audit` computes it again.
create function audit_hash(before bytea, r audit) returns bytea language sql immutable as $$
  select sha256(coalesce(before, ''::bytea) || convert_to(concat_ws('|', r.service_id,
    extract(epoch from r.at)::numeric(20, 6), r.person_id, r.via, r.action, r.outcome, r.subject, r.detail), 'UTF8'))
$$;

-- The last statement of every transaction that changes or shows something: it holds the service's chain until commit.
create function write_audit(via text, action text, outcome text, subject jsonb, detail jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before bytea;
  r audit;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || actor_service(), 0));
  select a.hash into before from audit a where a.service_id = actor_service() order by a.id desc limit 1;
  r.service_id := actor_service(); r.at := clock_timestamp(); r.person_id := actor_person(); r.via := via;
  r.action := action; r.outcome := outcome; r.subject := subject; r.detail := detail;
  insert into audit (service_id, at, person_id, via, action, outcome, subject, detail, hash)
    values (r.service_id, r.at, r.person_id, r.via, r.action, r.outcome, r.subject, r.detail, audit_hash(before, r));
end $$;
revoke execute on function write_audit from public;
grant execute on function write_audit to constellation_app;
