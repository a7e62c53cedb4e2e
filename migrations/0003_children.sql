-- Children: who they are, where their home is, what keeps them well, who agreed to what.
create table child (
  id uuid primary key,
  service_id uuid not null references service,
  reference text not null check (reference <> ''),
  created_at timestamptz not null default now(),
  unique (service_id, id),
  constraint child_reference unique (service_id, reference)
);
call protect('child', 'id = any ((select actor_children())::uuid[])');

create table child_detail (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  first_name text not null check (first_name <> ''),
  last_name text not null check (last_name <> ''),
  dob date not null,
  sex text not null check (sex in ('F', 'M', 'U')),
  responsible_authority text,
  pets text not null default 'unknown' check (pets in ('can', 'must', 'no', 'unknown')),
  cared_for_alongside text not null default 'no_preference'
    check (cared_for_alongside in ('no_preference', 'with_others', 'only_older', 'only_younger', 'solo')),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint child_detail_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('child_detail', 'child_id = any ((select actor_children())::uuid[])');

-- An SSDA903 legal status code, or SGO or adopted for a child who is not looked after.
create table legal_status (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  status text not null check (status ~ '^([A-Z][0-9]|SGO|adopted)$'),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint legal_status_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('legal_status', 'child_id = any ((select actor_children())::uuid[])');

-- The child's home. It stays their home throughout a stay elsewhere.
create table placement (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  household_id uuid not null,
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, household_id) references household (service_id, id),
  constraint placement_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('placement', 'child_id = any ((select actor_children())::uuid[])');
create index placement_household on placement (household_id) where superseded_at is null;

create table sibling (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_a uuid not null,
  child_b uuid not null check (child_a < child_b),
  foreign key (service_id, child_a) references child (service_id, id),
  foreign key (service_id, child_b) references child (service_id, id),
  constraint sibling_once exclude using gist (child_a with =, child_b with =, during with &&) where (superseded_at is null)
);
call protect('sibling', 'child_a = any ((select actor_children())::uuid[]) or child_b = any ((select actor_children())::uuid[])');
create index sibling_other on sibling (child_b) where superseded_at is null;

-- Symmetric: a child and another child, or a child and an adult of the service or outside it.
create table must_not_meet (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  other_child_id uuid,
  other_person_id uuid,
  other_adult text,
  ordered_by text not null check (ordered_by in ('court', 'safeguarding', 'advisory')),
  reason text,
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, other_child_id) references child (service_id, id),
  foreign key (service_id, other_person_id) references person (service_id, id),
  check (num_nonnulls(other_child_id, other_person_id, other_adult) = 1),
  check (other_child_id is null or child_id < other_child_id),
  constraint must_not_meet_once exclude using gist (child_id with =, other_child_id with =, during with &&)
    where (superseded_at is null and other_child_id is not null)
);
call protect('must_not_meet', 'child_id = any ((select actor_children())::uuid[]) or other_child_id = any ((select actor_children())::uuid[])');
create index must_not_meet_child on must_not_meet (child_id) where superseded_at is null;
create index must_not_meet_other on must_not_meet (other_child_id) where superseded_at is null;

create table care_card (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  known_as text,
  allergies jsonb not null default '[]',
  medication jsonb not null default '[]',
  routines text,
  triggers text,
  what_helps text,
  missing_history text,
  culture text,
  faith text,
  language text,
  food text,
  hair_and_skin text,
  contacts jsonb not null default '[]',
  unique (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint care_card_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('care_card', 'child_id = any ((select actor_children())::uuid[])');

create table child_photo (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes bytea not null check (length(bytes) <= 2000000),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint child_photo_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('child_photo', 'child_id = any ((select actor_children())::uuid[])');

-- Delegated authority, item by item: who may say yes to what, from when to when. Overnight stays are one item.
create table consent (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  item text not null check (item in ('overnight_stay', 'day_care', 'school_trip', 'haircut', 'routine_medical',
    'dental', 'photographs', 'contact', 'travel_abroad', 'activities', 'internet')),
  decision text not null check (decision in ('agreed', 'refused', 'ask_each_time')),
  basis text not null check (basis in ('delegated_authority', 'responsible_authority', 'parental_responsibility', 'spoken')),
  given_by text not null,
  who_may_agree text,
  tell text,
  conditions text,
  review_on date,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  foreign key (service_id, child_id) references child (service_id, id),
  constraint consent_once exclude using gist (child_id with =, item with =, during with &&) where (superseded_at is null)
);
call protect('consent', 'child_id = any ((select actor_children())::uuid[])');

create table child_worker (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  person_id uuid not null,
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, person_id) references person (service_id, id),
  constraint child_worker_once exclude using gist (child_id with =, during with &&) where (superseded_at is null)
);
call protect('child_worker', 'child_id = any ((select actor_children())::uuid[])');
create index child_worker_person on child_worker (person_id) where superseded_at is null;

-- National minimum standard 10.6: a child over three shares a bedroom only where their authority agreed in writing.
create table room_sharing (
  like dated_fact including defaults including constraints,
  primary key (id),
  child_id uuid not null,
  with_child_id uuid not null,
  authority text not null,
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, with_child_id) references child (service_id, id),
  constraint room_sharing_once exclude using gist (child_id with =, with_child_id with =, during with &&) where (superseded_at is null)
);
call protect('room_sharing', 'child_id = any ((select actor_children())::uuid[])');

-- Children Act 1989 Schedule 7 paragraph 4: the authority where the carer lives exempts in writing, naming the children.
create table exemption (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  authority text not null,
  reference text not null,
  foreign key (service_id, household_id) references household (service_id, id),
  unique (service_id, id)
);
call protect('exemption', 'household_id = any ((select actor_homes())::uuid[])');
create index exemption_household on exemption (household_id);
create table exemption_child (
  service_id uuid not null,
  exemption_id uuid not null,
  child_id uuid not null,
  primary key (exemption_id, child_id),
  foreign key (service_id, exemption_id) references exemption (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id)
);
call protect('exemption_child', 'child_id = any ((select actor_children())::uuid[])');
