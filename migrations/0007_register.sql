-- A register somebody has sent and not yet said yes to: seen by that person alone, for a day. Its files are
-- let go when they are imported, thrown away or expired; only what became of them stays.
create table staged_upload (
  id uuid primary key,
  service_id uuid not null references service,
  person_id uuid not null,
  files jsonb,
  result jsonb,
  staged_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > staged_at),
  imported_at timestamptz,
  foreign key (service_id, person_id) references person (service_id, id),
  check (imported_at is null or files is null)
);
alter table staged_upload enable row level security;
create policy own on staged_upload to constellation_app
  using (service_id = (select actor_service()) and person_id = (select actor_person()))
  with check (service_id = (select actor_service()) and person_id = (select actor_person()));
grant select, insert, update on staged_upload to constellation_app;
create index staged_upload_waiting on staged_upload (expires_at) where files is not null;

-- Lets go of the files nobody said yes to in time, whoever sent them.
create function let_go_of_uploads(moment timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as
  $$ update staged_upload set files = null where files is not null and expires_at <= moment $$;
revoke execute on function let_go_of_uploads from public;
grant execute on function let_go_of_uploads to constellation_app;
