-- Five years of stays at the hubs. Each week each satellite in its turn: some nights of the week, then the weekend; and
-- some afternoons by day. A home has one turn a week at most, so no child is ever in two places and no bed has two.
create temp table closed as
select c.c, w from con c, generate_series(-262, 9) w where pg_temp.r(c.c::bigint * 1000 + w, 70) < 0.04;
insert into closure (id, service_id, during, household_id, reason)
  select pg_temp.id(format('closed %s %s', x.c, x.w)), h.service, daterange(monday + x.w * 7, monday + x.w * 7 + 7), h.id, 'Our own holiday'
  from closed x join home h on h.c = x.c and h.part = 'hub', (select date_trunc('week', pg_temp.today())::date as monday) of_now;
create index on closed (c, w);
analyze closed;

create temp table visit as
select t.*, pg_temp.london(day, at) as lower, pg_temp.london(last, leave) as upper,
  pg_temp.r(v, 77) as fate, pg_temp.r(v, 78) as how
from (
  select c.s, c.c, c.service, c.id as con_id, w, slot, (c.c::bigint * 1000 + w + 500) * 4 + slot as v, monday, sat.h as home, sat.id as home_id,
    case slot when 0 then monday + floor(pg_temp.r((c.c::bigint * 1000 + w) * 4, 71) * 3)::int
      when 1 then monday + 4 + (pg_temp.r((c.c::bigint * 1000 + w) * 4, 72) < 0.3)::int else monday + 2 end as day,
    case slot when 0 then monday + floor(pg_temp.r((c.c::bigint * 1000 + w) * 4, 71) * 3)::int + 1 + floor(pg_temp.r((c.c::bigint * 1000 + w) * 4, 73) * 2)::int
      when 1 then monday + 6 else monday + 2 end as last,
    case slot when 0 then interval '16:00' when 1 then interval '17:00' else interval '10:00' end as at,
    case slot when 0 then interval '10:00' when 1 then interval '16:00' else interval '15:30' end as leave
  from con c
  cross join (select w, date_trunc('week', pg_temp.today())::date + w * 7 as monday from generate_series(-261, 8) w) week
  cross join generate_series(0, 2) slot
  join home sat on sat.c = c.c and sat.idx = (2 * (w + 1000) + case slot when 2 then 3 else slot end) % c.satellites
  where pg_temp.r((c.c::bigint * 1000 + w) * 4 + slot, 74) < case when slot = 2 then 0.06 when w > 0 then 0.6 else 0.97 end
    and not exists (select from closed x where x.c = c.c and x.w = week.w)
) t;

create temp table visitor as
select v.v, v.c, k.id as child, row_number() over (partition by v.v order by k.rank) as n
from visit v join kid k on k.h = v.home and k.placed <= v.day
where v.slot < 2 and (k.rank < 3 and v.how < 0.4 or k.rank = 1 + (v.how * 1000)::int % 2) or v.slot = 2 and k.rank = 1;
create index on visitor (v);
delete from visit where not exists (select from visitor o where o.v = visit.v);
analyze visit; analyze visitor;

insert into stay (id, service_id, kind, sleeps, constellation_id, home_household_id, host_household_id, during, why, split_reason, status,
    requested_by, requested_at, answered_by, answered_at, answer_reason, arrived_at, returned_at, cancelled_by, cancelled_at, cancel_reason, end_reason)
  select pg_temp.id('stay ' || v.v), v.service, case when slot = 2 then 'day_care' when how > 0.97 then 'emergency' else 'planned' end, slot < 2, v.con_id,
    v.home_id, hub.id, tstzrange(lower, upper), case when slot < 2 and how > 0.97 then 'carer_ill' else pg_temp.pick('rest rest rest family_event appointment friendship other', how) end,
    'Asked for by the children', status, asker.id, asked_at, case when status <> 'requested' then host.id end,
    case when status <> 'requested' then asked_at + interval '7 hours' end, case when status = 'declined' then 'We are away that evening' end,
    case when status in ('arrived', 'returned') then lower + interval '10 minutes' end, case when status = 'returned' then upper end,
    case when status = 'cancelled' then asker.id end, case when status = 'cancelled' then asked_at + interval '30 hours' end,
    case when status = 'cancelled' then 'It is not needed any more' end, case when status = 'no_show' then 'Nobody came' end
  from (
    select v.*, least(lower - interval '40 hours' - how * interval '20 days', pg_temp.moment() - interval '40 hours' - how * interval '5 days') as asked_at,
      case when upper <= pg_temp.moment() then case when fate < 0.94 then 'returned' when fate < 0.97 then 'cancelled' when fate < 0.99 then 'declined' else 'no_show' end
        when lower <= pg_temp.moment() then case when fate < 0.93 then 'arrived' else 'accepted' end
        when fate < 0.75 then 'accepted' else 'requested' end as status
    from visit v
  ) v
  join home hub on hub.c = v.c and hub.part = 'hub'
  join carer asker on asker.h = v.home and asker.n = 0
  join carer host on host.h = hub.h and host.n = 0;
insert into stay_child (stay_id, service_id, child_id, bed_id, sleeps, during, holds, view)
  select pg_temp.id('stay ' || v.v), v.service, o.child, case when v.slot < 2 then b.id end, v.slot < 2, tstzrange(v.lower, v.upper),
    not (v.upper <= pg_temp.moment() and v.fate >= 0.94), 'Looks forward to it'
  from visit v join visitor o on o.v = v.v
  join home hub on hub.c = v.c and hub.part = 'hub'
  join spare b on b.h = hub.h and b.n = o.n;

-- How each stay stood: step by step for those of the last weeks, the end alone for older ones.
create temp table step as
select y.*, at, of_status, lead(at) over (partition by y.id order by at, place) as next
from stay y cross join lateral (
  values (1, y.requested_at, 'requested'), (2, y.answered_at, case when y.status = 'declined' then 'declined' else 'accepted' end),
    (3, y.arrived_at, 'arrived'), (4, coalesce(y.returned_at, y.cancelled_at, case when y.status = 'no_show' then upper(y.during) end), y.status)
) of (place, at, of_status)
where upper(y.during) > pg_temp.moment() - interval '60 days' and at is not null;
insert into stay_was (stay_id, service_id, kind, status, home_household_id, host_household_id, during, arrived_at, over_at, known_from, known_until)
  select id, service_id, kind, of_status, home_household_id, host_household_id, during, case when of_status in ('arrived', 'returned') then arrived_at end,
    case when of_status = 'returned' then returned_at end, at, next
  from step
  union all
  select id, service_id, kind, status, home_household_id, host_household_id, during, arrived_at, returned_at,
    coalesce(returned_at, cancelled_at, answered_at), null
  from stay where upper(during) <= pg_temp.moment() - interval '60 days';
