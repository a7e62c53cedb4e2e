-- Indexes for many services and many years. Each stands beside the question it answers.

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
