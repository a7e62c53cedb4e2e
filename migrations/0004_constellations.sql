-- Constellations: one hub home, six to ten satellites, a liaison worker; membership is dated.
create table constellation (
  id uuid primary key,
  service_id uuid not null references service,
  name text not null check (name <> ''),
  stage text not null default 'forming' check (stage in ('forming', 'active', 'closed')),
  created_at timestamptz not null default now(),
  launched_on date,
  closed_on date,
  closed_reason text,
  unique (service_id, id),
  constraint constellation_name unique (service_id, name),
  -- One that never launched can be closed too.
  check (case stage when 'forming' then launched_on is null when 'active' then launched_on is not null else true end),
  check ((stage = 'closed') = (closed_on is not null and closed_reason is not null))
);
call protect('constellation', 'id = any ((select actor_constellations())::uuid[])');

create table constellation_liaison (
  like dated_fact including defaults including constraints,
  primary key (id),
  constellation_id uuid not null,
  person_id uuid not null,
  foreign key (service_id, constellation_id) references constellation (service_id, id),
  foreign key (service_id, person_id) references person (service_id, id),
  constraint constellation_liaison_once exclude using gist (constellation_id with =, during with &&) where (superseded_at is null)
);
call protect('constellation_liaison', 'constellation_id = any ((select actor_constellations())::uuid[])');
create index constellation_liaison_person on constellation_liaison (person_id) where superseded_at is null;

create table membership (
  like dated_fact including defaults including constraints,
  primary key (id),
  constellation_id uuid not null,
  household_id uuid not null,
  part text not null check (part in ('hub', 'satellite', 'guest')),
  buddy_household_id uuid,
  leaving_reason text,
  foreign key (service_id, constellation_id) references constellation (service_id, id),
  foreign key (service_id, household_id) references household (service_id, id),
  foreign key (service_id, buddy_household_id) references household (service_id, id),
  check (part = 'guest' or buddy_household_id is null),
  constraint membership_one_constellation exclude using gist (household_id with =, during with &&) where (superseded_at is null),
  constraint membership_one_hub exclude using gist (constellation_id with =, during with &&) where (superseded_at is null and part = 'hub')
);
call protect('membership', 'constellation_id = any ((select actor_constellations())::uuid[])');
create index membership_constellation on membership (constellation_id) where superseded_at is null;

create table invitation (
  id uuid primary key,
  service_id uuid not null,
  constellation_id uuid not null,
  household_id uuid not null,
  part text not null check (part in ('hub', 'satellite', 'guest')),
  buddy_household_id uuid,
  invited_at timestamptz not null default now(),
  invited_by uuid,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  answered_by uuid,
  spoken_to text,
  reason text,
  withdrawn_at timestamptz,
  foreign key (service_id, constellation_id) references constellation (service_id, id),
  foreign key (service_id, household_id) references household (service_id, id),
  foreign key (service_id, buddy_household_id) references household (service_id, id),
  check ((answer is null) = (answered_at is null)),
  check (answer is null or withdrawn_at is null)
);
call protect('invitation', 'household_id = any ((select actor_homes())::uuid[]) or constellation_id = any ((select actor_constellations())::uuid[])');
create unique index invitation_open on invitation (constellation_id, household_id) where answer is null and withdrawn_at is null;
create index invitation_household on invitation (household_id) where answer is null and withdrawn_at is null;

-- Where a constellation departs from the model with a named yes: kept for the fidelity review.
create table fidelity_variance (
  id uuid primary key,
  service_id uuid not null,
  constellation_id uuid not null,
  rule text not null,
  says text not null,
  reason text not null,
  pack_version text not null,
  -- The number of satellites the yes covers, where it is about their number.
  satellites int,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  foreign key (service_id, constellation_id) references constellation (service_id, id)
);
call protect('fidelity_variance', 'constellation_id = any ((select actor_constellations())::uuid[])');
