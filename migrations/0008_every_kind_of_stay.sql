-- Every kind of stay and its whole life: planned, in an emergency, by day; what was authorised by voice; how each stay
-- stood at any moment it is asked about.

-- What runs by the clock acts as the operator, and the audit says so.
alter table audit drop constraint audit_via_check,
  add constraint audit_via_check check (via in ('web', 'api', 'cli', 'clock'));

-- What the home knows of how a child lives, for whoever looks for a home that fits.
alter table household_detail add column cultures text[] not null default '{}';

alter table stay
  drop constraint stay_kind_check,
  add constraint stay_kind_check check (kind in ('planned', 'emergency', 'day_care')),
  drop constraint stay_why_check,
  -- The second line is what has happened, in an emergency.
  add constraint stay_why_check check (why in ('rest', 'family_event', 'appointment', 'carer_holiday', 'friendship', 'sibling_time', 'other',
    'not_safe', 'distress', 'carer_ill', 'carer_called_away', 'home_unfit')),
  drop constraint stay_status_check,
  -- `continued`: the child went on to the stay that follows this one. `converted`: it became something else than a stay.
  add constraint stay_status_check check (status in ('requested', 'accepted', 'declined', 'cancelled', 'no_show', 'arrived', 'continued',
    'converted', 'returned')),
  -- A stay by day has no bed.
  add column sleeps boolean not null default true,
  add constraint no_night_by_day check (sleeps = (kind <> 'day_care')),
  -- The stay this one goes on from: more nights at the same home, or another home in the middle of it.
  add column follows_id uuid,
  add column series_id uuid,
  -- Who at the host's home said yes, where somebody else wrote it down.
  add column agreed_by text,
  -- An agreed stay that waits again, since what it relied on has changed.
  add column held_reason text,
  add column held_at timestamptz,
  -- When a stay ended in another way than a return, and why; or why it ended early.
  add column ended_at timestamptz,
  add column end_reason text,
  add column late_alerted_at timestamptz,
  -- An emergency is confirmed by the next working day, or ended.
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add column confirm_note text,
  add unique (service_id, id, sleeps),
  add foreign key (service_id, follows_id) references stay (service_id, id),
  add constraint follows_another check (follows_id <> id),
  add constraint held_with_reason check ((held_at is null) = (held_reason is null)),
  add constraint ended_when check ((ended_at is not null) = (status in ('continued', 'converted'))),
  add constraint ended_after_arrival check (ended_at is null or (arrived_at is not null and ended_at >= arrived_at)),
  add constraint converted_with_reason check (status not in ('converted', 'no_show') or end_reason is not null);
create unique index stay_followed_once on stay (follows_id) where status not in ('declined', 'cancelled', 'no_show');
create index stay_when on stay using gist (service_id, during);

-- Every child of a stay with a night has a bed; a child there by day has none, and is in one place all the same.
alter table stay_child
  alter column bed_id drop not null,
  add column sleeps boolean not null default true,
  add constraint bed_for_a_night check ((bed_id is not null) = sleeps),
  drop constraint stay_child_service_id_stay_id_fkey,
  add foreign key (service_id, stay_id, sleeps) references stay (service_id, id, sleeps);

alter table unmet_need drop constraint unmet_need_outcome_check,
  -- `no_answer`: the home that was asked could not be reached. `nobody`: there was no home to ask.
  add constraint unmet_need_outcome_check check (outcome in ('stopped', 'declined', 'taken', 'no_answer', 'nobody'));
alter table weighing drop constraint weighing_occasion_check,
  add constraint weighing_occasion_check check (occasion in ('asked', 'accepted', 'arrived', 'changed'));

-- What was accepted in an emergency because somebody authorised it by voice (invariants of level E), until it is
-- confirmed or ended on the next working day.
create table acceptance (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  finding text not null,
  rule text not null,
  reason text not null check (reason <> ''),
  authorised_by text not null check (authorised_by <> ''),
  authorised_role text not null check (authorised_role in ('child_social_worker', 'duty_worker', 'duty_manager')),
  authorised_at timestamptz not null,
  supervision_plan text not null check (supervision_plan <> ''),
  recorded_by uuid,
  recorded_at timestamptz not null,
  -- Through this day, unless the stay is confirmed.
  expires_on date not null,
  pack_version text not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  constraint accepted_once unique (stay_id, finding)
);
call protect('acceptance', 'exists (select from stay s where s.id = stay_id)');

-- How each stay stood, from one moment to another: written by the database itself whenever a stay changes, so that
-- any night can be asked about as it was known at any moment. Nobody writes here.
create table stay_was (
  stay_id uuid not null,
  service_id uuid not null,
  kind text not null,
  status text not null,
  home_household_id uuid not null,
  host_household_id uuid not null,
  during tstzrange not null,
  follows_id uuid,
  arrived_at timestamptz,
  -- When it ended, however it ended.
  over_at timestamptz,
  known_from timestamptz not null,
  known_until timestamptz,
  primary key (stay_id, known_from),
  foreign key (service_id, stay_id) references stay (service_id, id)
);
alter table stay_was enable row level security;
create policy reading on stay_was for select to constellation_app using
  (service_id = (select actor_service()) and ((select actor_sees_all()) or exists (select from stay s where s.id = stay_id)));
grant select on stay_was to constellation_app;
create index stay_was_when on stay_was using gist (service_id, during);

create function remember_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- The moment of the action, as `enter` was told it; a change by the tables' owner has the server's clock.
  moment timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
begin
  if tg_op = 'UPDATE' and (old.kind, old.status, old.home_household_id, old.host_household_id, old.during, old.arrived_at, old.ended_at, old.returned_at)
    is not distinct from (new.kind, new.status, new.home_household_id, new.host_household_id, new.during, new.arrived_at, new.ended_at, new.returned_at) then
    return null;
  end if;
  moment := greatest(moment, (select max(known_from) from stay_was where stay_id = new.id));
  update stay_was set known_until = moment where stay_id = new.id and known_until is null and known_from < moment;
  insert into stay_was (stay_id, service_id, kind, status, home_household_id, host_household_id, during, follows_id, arrived_at, over_at, known_from)
    values (new.id, new.service_id, new.kind, new.status, new.home_household_id, new.host_household_id, new.during, new.follows_id,
      new.arrived_at, coalesce(new.returned_at, new.ended_at), moment)
    on conflict (stay_id, known_from) do update set status = excluded.status, during = excluded.during,
      arrived_at = excluded.arrived_at, over_at = excluded.over_at;
  return null;
end $$;
create trigger remember_stay after insert or update on stay for each row execute function remember_stay();

-- What was there before is known from when it was asked for.
insert into stay_was (stay_id, service_id, kind, status, home_household_id, host_household_id, during, arrived_at, over_at, known_from, known_until)
  select id, service_id, kind, 'requested', home_household_id, host_household_id, during, null, null, requested_at, coalesce(answered_at, cancelled_at, arrived_at)
  from stay
  union all
  select id, service_id, kind, status, home_household_id, host_household_id, during, arrived_at, returned_at,
    coalesce(answered_at, cancelled_at, arrived_at), null
  from stay where coalesce(answered_at, cancelled_at, arrived_at) > requested_at;

-- All homes of a service, as they are known now: who could take a child in an emergency is asked of each of them.
create index household_detail_service on household_detail (service_id) where superseded_at is null;
