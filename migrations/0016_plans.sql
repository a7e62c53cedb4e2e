-- Forming constellations: a plan says which home is with which hub, from the facts as they stood on a day and what a person
-- settled. It plans only: nothing of it holds until it is frozen and the homes have said yes.
create table plan (
  id uuid primary key,
  service_id uuid not null references service,
  name text not null check (name <> ''),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'draft', 'done', 'impossible', 'frozen')),
  made_at timestamptz not null default now(),
  made_by uuid,
  -- The plan this one was changed from, and what was changed, in words.
  from_plan_id uuid,
  change text,
  -- As they stood when it was made: a run that is repeated later gives the same plan.
  facts jsonb not null,
  settings jsonb not null,
  seed int not null default 1,
  -- How the run goes. Steps of work, not of the clock.
  started_at timestamptz,
  heard_at timestamptz,
  stop_asked_at timestamptz,
  doing text,
  steps_done bigint,
  steps_allowed bigint,
  -- How it ended: proven; the work it may do was done; the clock; a person; its server went away; or moved by hand.
  ended text check (ended in ('proven', 'work', 'clock', 'person', 'lost', 'hand')),
  ended_at timestamptz,
  -- Why there is no plan that keeps every rule, a sentence each.
  clashes text[] not null default '{}',
  -- What it costs and what no plan can cost less than, in metres: the solver's word, and what sums over the multipliers alone give.
  journeys_cost bigint,
  hubs_cost bigint,
  left_out_cost bigint,
  wishes_cost bigint,
  mix_cost bigint,
  total_cost bigint,
  bound bigint,
  checked_bound bigint,
  multipliers double precision[],
  proven boolean not null default false,
  -- It breaks a rule, as a plan moved by hand may: no bound says how good it is.
  broken boolean not null default false,
  frozen_at timestamptz,
  frozen_by uuid,
  -- Taken out of the list. The record stays.
  removed_at timestamptz,
  removed_by uuid,
  unique (service_id, id),
  foreign key (service_id, made_by) references person (service_id, id),
  foreign key (service_id, frozen_by) references person (service_id, id),
  foreign key (service_id, removed_by) references person (service_id, id),
  foreign key (service_id, from_plan_id) references plan (service_id, id),
  check ((state = 'frozen') = (frozen_at is not null)),
  check ((state in ('waiting', 'running')) = (ended_at is null))
);
-- A plan shows every home of the service at once: for those alone who answer for the whole service.
call protect('plan', 'false');
create index plan_service on plan (service_id, made_at desc) where removed_at is null;
-- One run at a time: the others wait their turn.
create unique index plan_one_running on plan (service_id) where state = 'running';
create index plan_to_run on plan (state) where state in ('waiting', 'running');

create table plan_home (
  service_id uuid not null,
  plan_id uuid not null,
  household_id uuid not null,
  -- The hub it is with; itself where it is the hub. None: it is left out.
  hub_household_id uuid,
  -- What became of it, once the plan is frozen.
  constellation_id uuid,
  primary key (plan_id, household_id),
  foreign key (service_id, plan_id) references plan (service_id, id),
  foreign key (service_id, household_id) references household (service_id, id),
  foreign key (service_id, hub_household_id) references household (service_id, id),
  foreign key (service_id, constellation_id) references constellation (service_id, id)
);
call protect('plan_home', 'false');

-- A plan holds when children were born, and what a service decided for its homes.
insert into retention_class values ('plan', 'service'), ('plan_home', 'carer');

-- The borders of councils, for maps: what a council brought in last is in force.
create table border (
  id uuid primary key,
  service_id uuid not null references service,
  name text not null,
  -- Rings of [longitude, latitude] in degrees.
  rings jsonb not null,
  place int not null,
  brought_at timestamptz not null default now(),
  brought_by uuid,
  superseded_at timestamptz,
  foreign key (service_id, brought_by) references person (service_id, id)
);
call protect('border', 'false');
create index border_service on border (service_id, place) where superseded_at is null;
insert into retention_class values ('border', 'service');
