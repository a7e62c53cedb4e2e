-- What is written down while a child stays: the night, medicine, what happened; and what was said of it afterwards.
-- Entries are added, never changed; one that was wrong is followed by another.
create table night_log (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  -- The night is named by the evening it starts on.
  night date not null,
  sleep text check (sleep in ('well', 'woke', 'hardly')),
  says text not null check (says <> ''),
  written_by uuid,
  written_at timestamptz not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id)
);
call protect('night_log', 'child_id = any ((select actor_children())::uuid[])');
create index night_log_stay on night_log (stay_id, written_at);

create table medication_log (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  medicine text not null check (medicine <> ''),
  dose text,
  at timestamptz not null,
  outcome text not null check (outcome in ('given', 'refused', 'not_given')),
  -- Who gave it, or offered it.
  by_whom text not null check (by_whom <> ''),
  note text,
  written_by uuid,
  written_at timestamptz not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint why_not_given check (outcome = 'given' or note is not null)
);
call protect('medication_log', 'child_id = any ((select actor_children())::uuid[])');
create index medication_log_stay on medication_log (stay_id, at);

create table incident (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  happened_at timestamptz not null,
  kind text not null check (kind in ('injury', 'illness', 'behaviour', 'missing', 'allegation', 'police', 'damage', 'other')),
  says text not null check (says <> ''),
  done text,
  -- Fostering Services (England) Regulations 2011, Schedule 7: to be notified within 24 hours of when it happened.
  notify_by timestamptz,
  written_by uuid,
  written_at timestamptz not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id)
);
call protect('incident', 'child_id = any ((select actor_children())::uuid[])');
create index incident_stay on incident (stay_id, happened_at);

create table stay_word (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  whose text not null check (whose in ('child', 'home_carer')),
  felt text check (felt in ('good', 'mixed', 'bad')),
  says text,
  written_by uuid,
  written_at timestamptz not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id),
  constraint something_was_said check (felt is not null or says is not null)
);
call protect('stay_word', 'child_id = any ((select actor_children())::uuid[])');
create index stay_word_stay on stay_word (stay_id, written_at);
