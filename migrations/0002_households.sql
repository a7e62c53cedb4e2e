-- Homes: who lives there, what they are approved for, their checks, beds and when they are open.
create table place_position (
  place text primary key,
  level text not null check (level in ('unit', 'sector', 'outcode')),
  lat double precision not null check (lat between 49 and 61.5),
  lon double precision not null check (lon between -9 and 2.5)
);
grant select, insert, update on place_position to constellation_app;

create table household (
  id uuid primary key,
  service_id uuid not null references service,
  reference text not null check (reference <> ''),
  created_at timestamptz not null default now(),
  unique (service_id, id),
  constraint household_reference unique (service_id, reference)
);
call protect('household', 'id = any ((select actor_near())::uuid[])');

create table household_detail (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('mainstream', 'kinship', 'special_guardianship', 'adoptive')),
  phone text,
  postcode text,
  lat double precision,
  lon double precision,
  position_from text not null default 'none' check (position_from in ('register', 'unit', 'sector', 'outcode', 'none')),
  local_authority text,
  pets text[] not null default '{}',
  smoker boolean,
  languages text[] not null default '{}',
  adult_home_full_time boolean,
  wants_mockingbird text check (wants_mockingbird in ('yes', 'unsure', 'no')),
  can_be_hub boolean,
  foreign key (service_id, household_id) references household (service_id, id),
  check ((lat is null) = (lon is null)),
  constraint household_detail_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('household_detail', 'household_id = any ((select actor_near())::uuid[])');

create table approval (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  places int not null check (places between 0 and 20),
  age_min int not null check (age_min between 0 and 25),
  age_max int not null check (age_max between 0 and 25 and age_max >= age_min),
  sex text not null check (sex in ('any', 'female', 'male')),
  foreign key (service_id, household_id) references household (service_id, id),
  constraint approval_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('approval', 'household_id = any ((select actor_homes())::uuid[])');

create table household_check (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  kind text not null check (kind in ('dbs', 'medical', 'review', 'allergy_training', 'first_aid')),
  expires_on date not null,
  foreign key (service_id, household_id) references household (service_id, id),
  constraint household_check_once exclude using gist (household_id with =, kind with =, during with &&) where (superseded_at is null)
);
call protect('household_check', 'household_id = any ((select actor_homes())::uuid[])');

create table bed (
  id uuid primary key,
  service_id uuid not null,
  household_id uuid not null,
  room text not null check (room <> ''),
  name text not null check (name <> ''),
  during daterange not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  unique (service_id, id),
  foreign key (service_id, household_id) references household (service_id, id)
);
call protect('bed', 'household_id = any ((select actor_near())::uuid[])');
create index bed_household on bed (household_id);

-- Nights a home cannot take anyone: [first night, first night open again).
create table closure (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  reason text not null,
  foreign key (service_id, household_id) references household (service_id, id)
);
call protect('closure', 'household_id = any ((select actor_near())::uuid[])');
create index closure_household on closure (household_id);

-- The nights of the week a home is open for stays, 1 Monday to 7 Sunday. No row: every night.
create table weekly_pattern (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  open_nights int[] not null,
  foreign key (service_id, household_id) references household (service_id, id),
  check (open_nights <@ array[1, 2, 3, 4, 5, 6, 7]),
  constraint weekly_pattern_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('weekly_pattern', 'household_id = any ((select actor_near())::uuid[])');

create table household_carer (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  person_id uuid not null,
  foreign key (service_id, household_id) references household (service_id, id),
  foreign key (service_id, person_id) references person (service_id, id),
  constraint household_carer_once exclude using gist (household_id with =, person_id with =, during with &&) where (superseded_at is null)
);
call protect('household_carer', 'household_id = any ((select actor_near())::uuid[])');
create index household_carer_person on household_carer (person_id) where superseded_at is null;

create table household_worker (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  person_id uuid not null,
  foreign key (service_id, household_id) references household (service_id, id),
  foreign key (service_id, person_id) references person (service_id, id),
  constraint household_worker_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('household_worker', 'household_id = any ((select actor_near())::uuid[])');
create index household_worker_person on household_worker (person_id) where superseded_at is null;

-- Friends, and homes to be kept apart. The pair is kept in one order.
create table household_link (
  like dated_fact including defaults including constraints,
  primary key (id),
  kind text not null check (kind in ('friendship', 'keep_apart')),
  household_a uuid not null,
  household_b uuid not null check (household_a < household_b),
  ordered_by text check (ordered_by in ('court', 'safeguarding', 'advisory')),
  reason text,
  foreign key (service_id, household_a) references household (service_id, id),
  foreign key (service_id, household_b) references household (service_id, id),
  constraint household_link_once exclude using gist (kind with =, household_a with =, household_b with =, during with &&) where (superseded_at is null)
);
-- A friendship is known to both homes and their constellation; why homes are kept apart only to those who answer for them.
call protect('household_link', $$ kind = 'friendship' and household_a = any ((select actor_near())::uuid[])
  and household_b = any ((select actor_near())::uuid[]) $$);

-- Everyone of the service's staff may be named; carers only to those who know their home.
call protect('person', $$ kind = 'staff' or id = (select actor_person()) or exists (
  select from household_carer c where c.person_id = person.id and c.household_id = any ((select actor_near())::uuid[])) $$);
