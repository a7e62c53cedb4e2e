-- `enter` as in 0006_enter.sql, and it answers the same. A moment that is only known when it is asked looks to the planner as if
-- it let through one fact in two hundred, though nearly all hold today: it read every placement there is by `during`, to find
-- one home's. `is true` keeps that condition out of every index, and who or where is looked up instead. What a person without the
-- role or without a home of their own could only find empty is not asked.
create index placement_child on placement (child_id) where superseded_at is null;
create index membership_household on membership (household_id) where superseded_at is null;


-- The same for the people around a stay.
create index child_worker_child on child_worker (child_id) where superseded_at is null;
create index household_worker_household on household_worker (household_id) where superseded_at is null;

-- Who is at a home by day, without a bed: few of all the stays there are.
create index stay_by_day on stay (host_household_id, ends) where not sleeps;

create or replace function enter(asking uuid, of_service uuid, moment timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (moment at time zone 'Europe/London')::date;
  p person;
  s service;
  roles text[];
  own uuid[];          -- homes the person is a carer of
  supervised uuid[] := '{}';   -- homes the person is the supervising social worker of
  liaison uuid[] := '{}';      -- constellations the person is the liaison worker of
  liaison_homes uuid[] := '{}';
  memberships jsonb := '[]';   -- what part the person's own homes play, and where
  own_constellations uuid[] := '{}';
  allocated uuid[] := '{}';    -- children the person is the social worker of
  homes uuid[];
  near uuid[];
  placed uuid[] := '{}';       -- children whose home is one of the person's own
  hosted uuid[] := '{}';       -- children with a stay, coming or now, at one of the person's own homes
  children uuid[];
  sees_all boolean;
begin
  select * into s from service where id = of_service;
  if s.id is null then return null; end if;
  if asking is null then
    roles := '{operator}';
  else
    select * into p from person where id = asking and service_id = of_service;
    if p.id is null then return null; end if;
    select coalesce(array_agg(distinct r.role order by r.role), '{}') into roles from person_role r
      where r.person_id = asking and r.superseded_at is null and (r.during @> today) is true;
  end if;
  sees_all := roles && '{programme_lead,fostering_manager,team_manager,duty_worker,duty_manager,inspector,operator}'::text[];

  select coalesce(array_agg(household_id), '{}') into own from household_carer
    where person_id = asking and superseded_at is null and (during @> today) is true;
  -- A worker's homes and children are theirs while they hold the role: whoever leaves it sees them no more.
  if 'supervising_social_worker' = any (roles) then
    select coalesce(array_agg(household_id), '{}') into supervised from household_worker
      where person_id = asking and superseded_at is null and (during @> today) is true;
  end if;
  if 'liaison_worker' = any (roles) then
    select coalesce(array_agg(constellation_id), '{}') into liaison from constellation_liaison
      where person_id = asking and superseded_at is null and (during @> today) is true;
    select coalesce(array_agg(household_id), '{}') into liaison_homes from membership
      where constellation_id = any (liaison) and superseded_at is null and (during @> today) is true;
  end if;
  if 'child_social_worker' = any (roles) then
    select coalesce(array_agg(child_id), '{}') into allocated from child_worker
      where person_id = asking and superseded_at is null and (during @> today) is true;
  end if;
  homes := own || supervised || liaison_homes;
  if own <> '{}' then
    select coalesce(jsonb_agg(jsonb_build_object('household', household_id, 'constellation', constellation_id, 'part', part)), '[]'),
           coalesce(array_agg(constellation_id), '{}')
      into memberships, own_constellations from membership
      where household_id = any (own) and superseded_at is null and (during @> today) is true;
    select coalesce(array_agg(child_id), '{}') into placed from placement
      where household_id = any (own) and superseded_at is null and (during @> today) is true;
    select coalesce(array_agg(distinct c.child_id), '{}') into hosted
      from stay y join stay_child c on c.stay_id = y.id
      where y.host_household_id = any (own)
        and (y.status = 'arrived' or (y.status in ('requested', 'accepted') and upper(y.during) > moment));
  end if;

  if not sees_all then
    select coalesce(array_agg(distinct h), '{}') into near from (
      select unnest(homes) h
      union all select household_id from membership
        where constellation_id = any (own_constellations) and superseded_at is null and (during @> today) is true
      union all select m.household_id from invitation i join membership m on m.constellation_id = i.constellation_id and m.part = 'hub'
        where i.household_id = any (own) and i.withdrawn_at is null and m.superseded_at is null and (m.during @> today) is true
      union all select household_id from invitation
        where constellation_id = any (liaison) and answer is null and withdrawn_at is null
      union all select household_id from placement
        where child_id = any (allocated || hosted) and superseded_at is null and (during @> today) is true
      union all select y.host_household_id from stay y join stay_child c on c.stay_id = y.id where c.child_id = any (allocated || placed)
    ) known;
    select coalesce(array_agg(distinct child), '{}') into children from (
      select unnest(placed || hosted || allocated) child
      union all select child_id from placement
        where household_id = any (supervised || liaison_homes) and superseded_at is null and (during @> today) is true
      union all select c.child_id from stay y join stay_child c on c.stay_id = y.id
        where y.host_household_id = any (supervised || liaison_homes)
          and (y.status = 'arrived' or (y.status in ('requested', 'accepted') and upper(y.during) > moment))
    ) known;
  end if;

  perform set_config('app.service', of_service::text, true),
    set_config('app.person', coalesce(asking::text, ''), true),
    set_config('app.roles', array_to_string(roles, ','), true),
    set_config('app.sees', case when sees_all then 'service' else '' end, true),
    set_config('app.homes', homes::text, true),
    set_config('app.near', coalesce(near, '{}')::text, true),
    set_config('app.children', coalesce(children, '{}')::text, true),
    set_config('app.constellations', (own_constellations || liaison || array(
      -- A home that has said yes for a day to come knows where it goes.
      select constellation_id from membership where household_id = any (own || supervised) and superseded_at is null
        and (during && daterange(today, null)) is true
      union all
      select constellation_id from invitation where household_id = any (homes) and answer is null and withdrawn_at is null))::text, true);

  return jsonb_build_object(
    'person', asking, 'name', coalesce(p.name, 'The operator'), 'kind', coalesce(p.kind, 'staff'),
    'service', jsonb_build_object('id', s.id, 'name', s.name, 'dutyPhone', s.duty_phone, 'headerColour', s.header_colour, 'demo', s.demo),
    'roles', to_jsonb(roles), 'seesAll', sees_all,
    'ownHomes', to_jsonb(own), 'memberships', memberships, 'supervisedHomes', to_jsonb(supervised),
    'liaisonOf', to_jsonb(liaison), 'liaisonHomes', to_jsonb(liaison_homes),
    'placedChildren', to_jsonb(placed), 'hostedChildren', to_jsonb(hosted), 'allocatedChildren', to_jsonb(allocated));
end $$;

-- `remember_stay` as in 0008_every_kind_of_stay.sql: a stay that is new has nothing to be compared with or to be ended.
create or replace function remember_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- The moment of the action, as `enter` was told it; a change by the tables' owner has the server's clock.
  moment timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
begin
  if tg_op = 'UPDATE' then
    if (old.kind, old.status, old.home_household_id, old.host_household_id, old.during, old.arrived_at, old.ended_at, old.returned_at)
      is not distinct from (new.kind, new.status, new.home_household_id, new.host_household_id, new.during, new.arrived_at, new.ended_at, new.returned_at) then
      return null;
    end if;
    moment := greatest(moment, (select max(known_from) from stay_was where stay_id = new.id));
    update stay_was set known_until = moment where stay_id = new.id and known_until is null and known_from < moment;
  end if;
  insert into stay_was (stay_id, service_id, kind, status, home_household_id, host_household_id, during, follows_id, arrived_at, over_at, known_from)
    values (new.id, new.service_id, new.kind, new.status, new.home_household_id, new.host_household_id, new.during, new.follows_id,
      new.arrived_at, coalesce(new.returned_at, new.ended_at), moment)
    on conflict (stay_id, known_from) do update set status = excluded.status, during = excluded.during,
      arrived_at = excluded.arrived_at, over_at = excluded.over_at;
  return null;
end $$;
