-- Indexes for many services and many years. Each stands beside the question it answers.

-- Who somebody cares for is asked first of all, of every page (`enter`). A GiST index looks as good for its second column
-- as for its first, and is read from end to end for it: 795 pages at 43,000 homes. So the constraint stands on both at
-- once, and each question has an index of its own.
alter table household_carer drop constraint household_carer_once,
  add constraint household_carer_once exclude using gist ((household_id::text || person_id::text) with =, during with &&)
    where (superseded_at is null);
create index household_carer_home on household_carer (household_id) where superseded_at is null;
create index household_carer_ever on household_carer (person_id, household_id);
create index household_link_a on household_link (household_a) where superseded_at is null;
create index household_link_b on household_link (household_b) where superseded_at is null;

-- The same for whoever is the second of a pair: brothers and sisters, children who must not meet, homes that are linked,
-- and the people who hold a role.
alter table sibling drop constraint sibling_once,
  add constraint sibling_once exclude using gist ((child_a::text || child_b::text) with =, during with &&) where (superseded_at is null);
create index sibling_one on sibling (child_a) where superseded_at is null;
alter table must_not_meet drop constraint must_not_meet_once,
  add constraint must_not_meet_once exclude using gist ((child_id::text || other_child_id::text) with =, during with &&)
    where (superseded_at is null and other_child_id is not null);
alter table household_link drop constraint household_link_once,
  add constraint household_link_once exclude using gist ((kind || household_a::text || household_b::text) with =, during with &&)
    where (superseded_at is null);
alter table person_role drop constraint role_once,
  add constraint role_once exclude using gist ((person_id::text || role) with =, during with &&) where (superseded_at is null);
create index person_role_person on person_role (person_id) where superseded_at is null;
create index person_role_role on person_role (service_id, role) where superseded_at is null;

-- Every answer about a child, those that are no longer believed too.
create index consent_child on consent (child_id);

-- Which homes of a service are not open tonight.
create index closure_service on closure (service_id) where superseded_at is null;
create index weekly_pattern_service on weekly_pattern (service_id) where superseded_at is null;

-- Who comes and who is there: a few hundred of all the stays there ever were, for a host (`enter`) and for a service.
create index stay_open_host on stay (host_household_id) where status in ('requested', 'accepted', 'arrived');
create index stay_open on stay (service_id, lower(during)) where status in ('requested', 'accepted', 'arrived');
-- Those that are over, the latest first.
create index stay_over on stay (service_id, lower(during)) where status not in ('requested', 'accepted', 'arrived');

-- What is open for one person to do.
create index task_person on task (for_person, due_at) where done_at is null;

-- Checks that run out soon.
create index household_check_due on household_check (service_id, expires_on) where superseded_at is null;

-- Everybody of one service, as they are known now.
create index child_detail_service on child_detail (service_id) where superseded_at is null;
create index placement_service on placement (service_id) where superseded_at is null;
create index membership_service on membership (service_id) where superseded_at is null;

-- Needs that could not be met, the newest first.
create index unmet_need_service on unmet_need (service_id, recorded_at desc);

-- A stay's end once more, as a plain moment. Row-level security asks whether a row may be read before anything about a
-- range, so no index is ever entered by `during`; by a moment it is. What looks at a time asks for what ends after it begins.
alter table stay add column ends timestamptz generated always as (upper(during)) stored;
alter table stay_child add column ends timestamptz generated always as (upper(during)) stored;
create index stay_ends on stay (service_id, ends);
create index stay_host_ends on stay (host_household_id, ends);
create index stay_child_bed_ends on stay_child (bed_id, ends) where holds;
create index stay_child_child_ends on stay_child (child_id, ends) where holds;
