-- Staff of each service, carers of each home, and who looks after whom.
create temp table worker as
select s.s, s.id as service, role, n, pg_temp.id(format('%s %s %s', role, s.s, n)) as id
from svc s, (values ('programme_lead', 1), ('fostering_manager', 2), ('team_manager', 4), ('liaison_worker', 30), ('supervising_social_worker', 16),
  ('child_social_worker', 28), ('duty_worker', 3), ('duty_manager', 1), ('recruitment_officer', 1)) of (role, most), generate_series(0, most - 1) n;
create temp table carer as
select h.s, h.service, h.h, h.id as home_id, n, pg_temp.id(format('carer %s %s', h.h, n)) as id
from home h, generate_series(0, case when pg_temp.r(h.h, 20) < 0.6 then 1 else 0 end) n;
create index on carer (h) where n = 0;
analyze worker; analyze carer;

insert into service (id, name, duty_phone) select id, 'Fostering service ' || s, '07700 900' || lpad((s % 1000)::text, 3, '0') from svc;
insert into person (id, service_id, name, kind, email, phone)
  select id, service, pg_temp.first_name(pg_temp.r(x, 21)) || ' ' || pg_temp.last_name(pg_temp.r(x, 22)), kind, id || '@example.org',
    '07700 900' || lpad((x % 1000)::text, 3, '0')
  from (select id, service, 'staff' as kind, hashtext(id::text) & 1048575 as x from worker
    union all select id, service, 'carer', hashtext(id::text) & 1048575 from carer) people;
insert into person_role (id, service_id, person_id, role, during)
  select pg_temp.id('role ' || id), service, id, role, daterange('2020-01-01', null) from worker;

insert into household (id, service_id, reference) select id, service, 'H' || h from home;
insert into household_detail (id, service_id, during, household_id, name, kind, phone, lat, lon, position_from, local_authority, pets, smoker, languages,
    cultures, adult_home_full_time, wants_mockingbird, can_be_hub)
  select pg_temp.id('detail ' || h), service, daterange('2020-01-01', null), id,
    pg_temp.last_name(pg_temp.r(h, 23)) || ' ' || pg_temp.pick('House Cottage Row Lodge End Place Corner Mill', pg_temp.r(h, 24)), 'mainstream',
    '07700 900' || lpad((h % 1000)::text, 3, '0'), lat, lon, 'register', 'Imagined county ' || s,
    case when pg_temp.r(h, 25) < 0.3 then '{dog}' when pg_temp.r(h, 25) < 0.4 then '{cat}' else '{}' end::text[], pg_temp.r(h, 26) < 0.08,
    case when pg_temp.r(h, 27) < 0.12 then '{English,Polish}' when pg_temp.r(h, 27) < 0.2 then '{English,Urdu}' else '{English}' end::text[],
    case when pg_temp.r(h, 28) < 0.1 then '{Polish}' when pg_temp.r(h, 28) < 0.2 then '{"Pakistani heritage"}' else '{}' end::text[],
    pg_temp.r(h, 29) < 0.5, 'yes', part = 'hub'
  from home;
insert into approval (id, service_id, during, household_id, places, age_min, age_max, sex)
  select pg_temp.id('approval ' || h), service, daterange('2020-01-01', pg_temp.today() + 200 + (pg_temp.r(h, 30) * 900)::int), id,
    case when part = 'hub' then 5 else 4 end, 0, 17, case when part is null and pg_temp.r(h, 31) < 0.1 then 'female' else 'any' end
  from home;
insert into household_check (id, service_id, during, household_id, kind, expires_on)
  select pg_temp.id(format('check %s %s', kind, h)), service, daterange('2020-01-01', null), id, kind,
    pg_temp.today() + (pg_temp.r(h, 32 + length(kind)) * 900)::int - case when part is null then 30 else -60 end
  from home, unnest('{dbs,medical,review,allergy_training,first_aid}'::text[]) kind
  where kind <> 'allergy_training' or part = 'hub' or h % 2 = 0;
-- A hub has a room of two beds and one of one; every second other home keeps one bed.
create temp table spare as
select h, id as home_id, service, n, pg_temp.id(format('bed %s %s', h, n)) as id
from home, generate_series(1, case when part = 'hub' then 3 else h % 2 end) n;
create index on spare (h, n);
analyze spare;
insert into bed (id, service_id, household_id, room, name, during)
  select id, service, home_id, case when n < 3 then 'Front room' else 'Back room' end, 'Bed ' || n, daterange('2020-01-01', null) from spare;
insert into weekly_pattern (id, service_id, during, household_id, open_nights)
  select pg_temp.id('pattern ' || h), service, daterange('2020-01-01', null), id, case when h % 3 = 0 then '{5,6}' else '{1,2,3,4,5}' end::int[]
  from home where part is distinct from 'hub' and pg_temp.r(h, 40) < 0.2;
insert into household_carer (id, service_id, during, household_id, person_id)
  select pg_temp.id('cares ' || id), service, daterange('2020-01-01', null), home_id, id from carer;
insert into household_worker (id, service_id, during, household_id, person_id)
  select pg_temp.id('supervises ' || h.h), h.service, daterange('2020-01-01', null), h.id, w.id
  from home h join worker w on w.s = h.s and w.role = 'supervising_social_worker' and w.n = h.h % 16;
insert into household_link (id, service_id, during, kind, household_a, household_b, ordered_by, reason)
  select pg_temp.id('link ' || a.h), a.service, daterange('2020-01-01', null), case when a.h % 20 = 0 then 'keep_apart' else 'friendship' end,
    least(a.id, b.id), greatest(a.id, b.id), case when a.h % 20 = 0 then 'safeguarding' end, case when a.h % 20 = 0 then 'Settled in review' end
  from home a join home b on b.h = a.h + 7 and b.s = a.s where a.h % 10 = 0 and b.c is distinct from a.c;
insert into hub_rest (id, service_id, during, household_id, nights_in_row, nights_per_home)
  select pg_temp.id('rest ' || h), service, daterange('2020-01-01', null), id, 7, 30 from home where part = 'hub' and pg_temp.r(h, 41) < 0.3;

insert into constellation (id, service_id, name, stage, launched_on) select id, service, 'Constellation ' || k + 1, 'active', '2020-03-01' from con;
insert into constellation_liaison (id, service_id, during, constellation_id, person_id)
  select pg_temp.id('liaison ' || c), con.service, daterange('2020-01-01', null), con.id, w.id
  from con join worker w on w.s = con.s and w.role = 'liaison_worker' and w.n = con.k;
insert into membership (id, service_id, during, constellation_id, household_id, part)
  select pg_temp.id('member ' || h), service, daterange('2020-03-01', null), con_id, id, part from home where c is not null;

-- Something open for everybody to do, and what they were told.
insert into task (id, service_id, kind, says, about_kind, about_id, for_person, due_at)
  select pg_temp.id('task ' || id), service, 'read', 'Read what is new about the programme', 'service', service, id, pg_temp.moment() + interval '9 days'
  from (select id, service from worker union all select id, service from carer) people;
insert into message (id, service_id, to_person, subject, body, about_kind, about_id, created_at)
  select pg_temp.id(format('message %s %s', id, n)), service, id, 'Something is new', 'Sign in to see it.', 'service', service,
    pg_temp.moment() - n * interval '5 days'
  from (select id, service from worker union all select id, service from carer) people, generate_series(1, 4) n;
