-- A series is several stays asked for at once; each is answered by itself. A swap exchanges the nights of two stays.
create table stay_series (
  id uuid primary key,
  service_id uuid not null references service,
  home_household_id uuid not null,
  host_household_id uuid not null,
  -- Every so many weeks from the first day, through the last day it may begin on.
  every_weeks int not null check (every_weeks between 1 and 8),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  asked_by uuid,
  asked_at timestamptz not null,
  unique (service_id, id),
  foreign key (service_id, home_household_id) references household (service_id, id),
  foreign key (service_id, host_household_id) references household (service_id, id)
);
call protect('stay_series', $$ home_household_id = any ((select actor_homes())::uuid[]) or host_household_id = any ((select actor_homes())::uuid[])
  or exists (select from stay s where s.series_id = stay_series.id) $$);
alter table stay add foreign key (service_id, series_id) references stay_series (service_id, id);
create index stay_series_of on stay (series_id) where series_id is not null;

-- A home offers its nights at a host for another home's. Each side sees its own stay alone.
create table swap_offer (
  id uuid primary key,
  service_id uuid not null references service,
  stay_id uuid not null,
  home_household_id uuid not null,
  with_stay_id uuid not null,
  with_household_id uuid not null check (with_household_id <> home_household_id),
  offered_by uuid,
  offered_at timestamptz not null,
  -- `overtaken`: one of the two stays was cancelled, begun or swapped with somebody else first.
  answer text check (answer in ('yes', 'no', 'withdrawn', 'overtaken')),
  answered_by uuid,
  answered_at timestamptz,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, with_stay_id) references stay (service_id, id),
  foreign key (service_id, home_household_id) references household (service_id, id),
  foreign key (service_id, with_household_id) references household (service_id, id),
  check ((answer is null) = (answered_at is null))
);
call protect('swap_offer', 'home_household_id = any ((select actor_homes())::uuid[]) or with_household_id = any ((select actor_homes())::uuid[])');
create unique index swap_offer_open on swap_offer (stay_id, with_stay_id) where answer is null;
create index swap_offer_with on swap_offer (with_stay_id) where answer is null;
