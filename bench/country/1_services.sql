-- Services, their constellations, homes and children, by number. Everything that looks random follows from a
-- number, so the same scope gives the same country each time.
create function pg_temp.r(n bigint, salt int) returns float8 language sql immutable parallel safe as
  $$ select (hashint8extended(n, salt) & 1073741823) / 1073741824.0::float8 $$;
create function pg_temp.id(what text) returns uuid language sql immutable parallel safe as
  $$ select overlay(overlay(md5(what) placing '4' from 13) placing '8' from 17)::uuid $$;
create function pg_temp.pick(words text, r float8) returns text language sql immutable parallel safe as
  $$ select (string_to_array(words, ' '))[1 + floor(r * cardinality(string_to_array(words, ' ')))::int] $$;
create function pg_temp.moment() returns timestamptz language sql stable as
  $$ select current_setting('country.now')::timestamptz $$;
create function pg_temp.today() returns date language sql stable as
  $$ select (pg_temp.moment() at time zone 'Europe/London')::date $$;
create function pg_temp.london(day date, at interval) returns timestamptz language sql immutable as
  $$ select (day + at) at time zone 'Europe/London' $$;
create function pg_temp.first_name(r float8) returns text language sql immutable as
  $$ select pg_temp.pick('Alma Bram Cora Dev Edie Farid Greta Hal Ines Jonah Kezia Leo Mina Noor Otis Petra Quill Rosa Sol Tariq Una Vik Wren Yara Zeb', r) $$;
create function pg_temp.last_name(r float8) returns text language sql immutable as
  $$ select pg_temp.pick('Abara Birch Calder Dunmore Easton Fairholm Garrow Hexter Ibbotson Jessop Kettley Larkhill Moorcroft Netley Oakshott Penrose Quarles Ridley Selwick Thorley Umber Varley Westlake Yardley', r) $$;

-- 286 homes and 561 or 562 children a service; the second has 400 children.
create temp table svc as
select s, pg_temp.id('service ' || s) as id, 50.6 + (s % 15) * 0.3 as lat, -3.6 + (s / 15) * 0.45 as lon,
  case when s % 3 > 0 then 17 else 16 end as alone, case when s = 2 then 400 when s between 3 and 13 then 562 else 561 end as children
from generate_series(current_setting('country.first')::int, current_setting('country.last')::int) s;

-- Thirty constellations of one hub and six to ten satellites.
create temp table con as
select s.s * 100 + k as c, s.s, k, s.id as service, pg_temp.id(format('constellation %s %s', s.s, k)) as id, 6 + k % 5 as satellites,
  s.lat + (pg_temp.r(s.s * 100 + k, 1) - 0.5) * 0.5 as lat, s.lon + (pg_temp.r(s.s * 100 + k, 2) - 0.5) * 0.7 as lon
from svc s, generate_series(0, 29) k;

create temp table home as
select s * 1000 + row_number() over (partition by s order by c nulls last, idx) as h, s, service, c, con_id, idx, part, lat, lon,
  pg_temp.id(format('home %s %s', s, row_number() over (partition by s order by c nulls last, idx))) as id
from (
  select s, service, c, id as con_id, idx, case when idx < 0 then 'hub' else 'satellite' end as part,
    lat + (pg_temp.r(c * 20 + idx, 3) - 0.5) * 0.12 as lat, lon + (pg_temp.r(c * 20 + idx, 4) - 0.5) * 0.18 as lon
  from con, generate_series(-1, satellites - 1) idx
  union all
  select s, id, null, null, idx, null, lat + (pg_temp.r(s * 50 + idx, 5) - 0.5) * 0.6, lon + (pg_temp.r(s * 50 + idx, 6) - 0.5) * 0.8
  from svc, generate_series(1, alone) idx
) places;
create index on home (c, idx);

-- Children fill the homes: up to three at each, at most one at a hub.
create temp table kid as
select s * 10000 + n as k, s, service, pg_temp.id(format('child %s %s', s, n)) as id, h, home_id, c, dob, place as rank,
  -- Two of three were there all five years; the others came since.
  case when born < 0.68 then today - 2300 else today - (pg_temp.r(h * 10 + place, 8) * 1800)::int - 20 end as placed,
  pg_temp.r(h, 9) < 0.6 as siblings
from (
  select s.s, h.service, h.h, h.id as home_id, h.c, place, pg_temp.today() as today, pg_temp.r(h.h * 10 + place, 7) as born, s.children,
    row_number() over (partition by s.s order by place * 0.7 + pg_temp.r(h.h * 10 + place, 10)) as n,
    pg_temp.today() - case when pg_temp.r(h.h * 10 + place, 7) < 0.68 then 2400 + (pg_temp.r(h.h * 10 + place, 11) * 3700)::int
      else 1900 + (pg_temp.r(h.h * 10 + place, 11) * 4000)::int end as dob
  from home h join svc s on s.s = h.s, generate_series(1, 3) place
  where place = 1 or h.part is distinct from 'hub'
) seats where n <= children;
create index on kid (h, rank);
analyze svc; analyze con; analyze home; analyze kid;
