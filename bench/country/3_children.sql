-- Children with their records, their brothers and sisters, and who must not meet.
insert into child (id, service_id, reference) select id, service, 'C' || k from kid;
insert into child_detail (id, service_id, during, child_id, first_name, last_name, dob, sex, responsible_authority, pets, cared_for_alongside)
  select pg_temp.id('child detail ' || k), service, daterange(dob, null), id, pg_temp.first_name(pg_temp.r(k, 50)),
    pg_temp.last_name(pg_temp.r(case when siblings then h else k end, 51)), dob, case when k % 2 = 0 then 'F' else 'M' end, 'Imagined county ' || s,
    pg_temp.pick('can can can can must no unknown', pg_temp.r(k, 52)),
    pg_temp.pick('no_preference no_preference no_preference no_preference no_preference no_preference no_preference with_others only_older solo', pg_temp.r(k, 53))
  from kid;
insert into legal_status (id, service_id, during, child_id, status)
  select pg_temp.id('status ' || k), service, daterange(placed, null), id, pg_temp.pick('C2 C2 C2 C2 C1 V2 V2 E1 SGO', pg_temp.r(k, 54)) from kid;
insert into placement (id, service_id, during, child_id, household_id)
  select pg_temp.id('placement ' || k), service, daterange(placed, null), id, home_id from kid;
insert into care_card (id, service_id, during, child_id, known_as, allergies, medication, routines, what_helps, culture, faith, language, food)
  select pg_temp.id('card ' || k), service, daterange(placed, null), id, null,
    case when pg_temp.r(k, 55) < 0.06 then '[{"what": "nuts", "severity": "severe", "pen": true, "penExpires": "2031-05-01"}]'
      when pg_temp.r(k, 55) < 0.12 then '[{"what": "dogs", "severity": "mild"}]' else '[]' end::jsonb,
    case when pg_temp.r(k, 56) < 0.15 then '[{"name": "Salbutamol inhaler", "dose": "2 puffs", "times": "08:00, 20:00", "asNeeded": true}]' else '[]' end::jsonb,
    'Bed at eight, the landing light left on, a story first.', 'Quiet, a drink of water, and time.',
    case when pg_temp.r(k, 57) < 0.06 then 'Polish' when pg_temp.r(k, 57) < 0.12 then 'Pakistani heritage' end, null,
    case when pg_temp.r(k, 57) < 0.06 then 'Polish' when pg_temp.r(k, 57) < 0.12 then 'Urdu' else 'English' end, null
  from kid;
insert into consent (id, service_id, during, child_id, item, decision, basis, given_by, who_may_agree)
  select pg_temp.id(format('consent %s %s', item, k)), service, daterange(placed, pg_temp.today() + 400 + (pg_temp.r(k, 58) * 600)::int), id, item,
    case when pg_temp.r(k, 59) < 0.03 then 'refused' when pg_temp.r(k, 59) < 0.08 then 'ask_each_time' else 'agreed' end,
    case when pg_temp.pick('C2 C2 C2 C2 C1 V2 V2 E1 SGO', pg_temp.r(k, 54)) = 'SGO' then 'parental_responsibility' else 'delegated_authority' end,
    'The responsible authority', 'Foster carer'
  from kid, unnest('{overnight_stay,day_care,haircut}'::text[]) item;
insert into child_worker (id, service_id, during, child_id, person_id)
  select pg_temp.id('allocated ' || k), k.service, daterange(placed, null), k.id, w.id
  from kid k join worker w on w.s = k.s and w.role = 'child_social_worker' and w.n = k.k % 28;
insert into sibling (id, service_id, during, child_a, child_b)
  select pg_temp.id(format('siblings %s %s', a.k, b.k)), a.service, daterange(greatest(a.dob, b.dob), null), least(a.id, b.id), greatest(a.id, b.id)
  from kid a join kid b on b.h = a.h and b.rank > a.rank where a.siblings;
insert into room_sharing (id, service_id, during, child_id, with_child_id, authority)
  select pg_temp.id(format('shares %s %s', a.k, b.k)), a.service, daterange(greatest(a.placed, b.placed), null), a.id, b.id, 'Imagined county ' || a.s
  from kid a join kid b on b.h = a.h and b.k <> a.k where a.siblings and pg_temp.r(a.h, 60) < 0.7;
insert into must_not_meet (id, service_id, during, child_id, other_child_id, ordered_by, reason)
  select pg_temp.id('apart ' || a.k), a.service, daterange(greatest(a.placed, b.placed), null), least(a.id, b.id), greatest(a.id, b.id),
    case when a.k % 3 = 0 then 'court' when a.k % 3 = 1 then 'safeguarding' else 'advisory' end, 'Settled in review'
  from kid a join kid b on b.k = a.k + 61 and b.s = a.s where a.k % 50 = 0 and b.c is distinct from a.c;
