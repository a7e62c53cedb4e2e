-- Sleepovers. A stay is not a placement: the child's home stays their home. Moments are half-open [from, to).
create table stay (
  id uuid primary key,
  service_id uuid not null references service,
  kind text not null check (kind in ('planned')),
  constellation_id uuid,
  home_household_id uuid not null,
  host_household_id uuid not null,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)
    and not lower_inf(during) and not upper_inf(during)),
  why text not null check (why in ('rest', 'family_event', 'appointment', 'carer_holiday', 'friendship', 'sibling_time', 'other')),
  note text,
  split_reason text,
  length_reason text,
  status text not null check (status in ('requested', 'accepted', 'declined', 'cancelled', 'arrived', 'returned')),
  requested_by uuid,
  requested_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer_reason text,
  arrived_at timestamptz,
  returned_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  unique (service_id, id),
  foreign key (service_id, constellation_id) references constellation (service_id, id),
  foreign key (service_id, home_household_id) references household (service_id, id),
  foreign key (service_id, host_household_id) references household (service_id, id),
  constraint host_is_not_home check (host_household_id <> home_household_id),
  constraint return_after_arrival check (returned_at is null or (arrived_at is not null and returned_at >= arrived_at)),
  constraint declined_with_reason check (status <> 'declined' or answer_reason is not null),
  constraint cancelled_with_reason check (status <> 'cancelled' or cancel_reason is not null)
);

-- `holds` is true while the stay keeps its bed: one bed, one child, one place at a time, kept by the database.
create table stay_child (
  stay_id uuid not null,
  service_id uuid not null,
  child_id uuid not null,
  bed_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  holds boolean not null default true,
  view text,
  primary key (stay_id, child_id),
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, bed_id) references bed (service_id, id),
  constraint one_bed_one_child exclude using gist (bed_id with =, during with &&) where (holds),
  constraint one_child_one_place exclude using gist (child_id with =, during with &&) where (holds)
);
call protect('stay_child', 'child_id = any ((select actor_children())::uuid[])');
create index stay_child_child on stay_child (child_id);

call protect('stay', $$ host_household_id = any ((select actor_homes())::uuid[])
  or home_household_id = any ((select actor_homes())::uuid[])
  or exists (select from stay_child c where c.stay_id = stay.id and c.child_id = any ((select actor_children())::uuid[])) $$);
create index stay_host on stay using gist (host_household_id, during);
create index stay_home on stay (home_household_id);

-- What the rules said, each time a decision was taken, with the pack they were read from.
create table weighing (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  occasion text not null check (occasion in ('asked', 'accepted', 'arrived')),
  pack_version text not null,
  findings jsonb not null,
  weighed_at timestamptz not null,
  weighed_by uuid,
  foreign key (service_id, stay_id) references stay (service_id, id)
);
call protect('weighing', 'exists (select from stay s where s.id = stay_id)');
create index weighing_stay on weighing (stay_id, weighed_at);

-- A named person's yes to a finding that may be overridden.
create table override (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  finding text not null,
  rule text not null,
  reason text not null check (reason <> ''),
  role text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  expires_on date not null,
  pack_version text not null,
  task_id uuid not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, given_by) references person (service_id, id),
  foreign key (service_id, task_id) references task (service_id, id)
);
call protect('override', 'exists (select from stay s where s.id = stay_id)');
create index override_stay on override (stay_id);

create table handover_item (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  says text not null,
  packed_at timestamptz,
  packed_by uuid,
  received_at timestamptz,
  received_by uuid,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id)
);
call protect('handover_item', 'child_id = any ((select actor_children())::uuid[])');
create index handover_item_stay on handover_item (stay_id);

-- The host has read the card of this child, in this version.
create table card_read (
  id uuid primary key,
  service_id uuid not null,
  stay_id uuid not null,
  child_id uuid not null,
  care_card_id uuid not null,
  read_by uuid,
  read_at timestamptz not null,
  foreign key (service_id, stay_id) references stay (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id),
  foreign key (service_id, care_card_id) references care_card (service_id, id),
  constraint card_read_once unique (stay_id, child_id, care_card_id)
);
call protect('card_read', 'child_id = any ((select actor_children())::uuid[])');

-- Requests that could not be met, and why: what the programme lacks.
create table unmet_need (
  id uuid primary key,
  service_id uuid not null references service,
  home_household_id uuid not null,
  host_household_id uuid,
  stay_id uuid,
  children uuid[] not null,
  during tstzrange not null,
  why text not null,
  outcome text not null check (outcome in ('stopped', 'declined', 'taken')),
  reason text not null,
  findings jsonb not null default '[]',
  pack_version text not null,
  asked_by uuid,
  recorded_at timestamptz not null,
  foreign key (service_id, home_household_id) references household (service_id, id),
  foreign key (service_id, host_household_id) references household (service_id, id),
  foreign key (service_id, stay_id) references stay (service_id, id)
);
call protect('unmet_need', 'home_household_id = any ((select actor_homes())::uuid[])');
create index unmet_need_home on unmet_need (home_household_id, recorded_at);

