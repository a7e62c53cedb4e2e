-- Whoever sees a child because of a stay reads what was written of that stay, not of the child's stays elsewhere.
create function actor_own_homes() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.own', true), ''), '{}')::uuid[] $$;
-- Children whose whole record the actor may read: who live with them, whose worker they are, or whose home they look after.
create function actor_records() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.records', true), ''), '{}')::uuid[] $$;

-- `enter` says these two besides all it said before. What it was runs inside it, with its rights and no others'.
alter function enter(uuid, uuid, timestamptz) rename to who_enters;
alter function who_enters(uuid, uuid, timestamptz) security invoker;
revoke execute on function who_enters(uuid, uuid, timestamptz) from constellation_app;

create function enter(asking uuid, of_service uuid, moment timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor jsonb := who_enters(asking, of_service, moment);
  looked_after uuid[] := array(select jsonb_array_elements_text((actor->'supervisedHomes') || (actor->'liaisonHomes'))::uuid);
begin
  if actor is null then return null; end if;
  perform set_config('app.own', array(select jsonb_array_elements_text(actor->'ownHomes'))::text, true),
    set_config('app.records', array(
      select jsonb_array_elements_text((actor->'placedChildren') || (actor->'allocatedChildren'))::uuid
      union
      select child_id from placement where household_id = any (looked_after)
        and superseded_at is null and (during @> (moment at time zone 'Europe/London')::date) is true)::text, true);
  return actor;
end $$;
revoke execute on function enter from public;
grant execute on function enter to constellation_app;

do $$
declare
  log text;
  -- Domain.md invariant 21, need to know; and the host who is accused is not who reads the allegation, unless it is they
  -- who wrote it down.
  accused text := $sql$ and (kind <> 'allegation' or written_by = (select actor_person()) or not exists (
    select from stay s where s.id = incident.stay_id and s.host_household_id = any ((select actor_own_homes())::uuid[]))) $sql$;
begin
  foreach log in array array['night_log', 'medication_log', 'incident', 'stay_word'] loop
    execute format($sql$ alter policy reading on %1$s using (service_id = (select actor_service()) and ((select actor_sees_all()) or (
      child_id = any ((select actor_children())::uuid[])
      and (child_id = any ((select actor_records())::uuid[]) or exists (
        select from stay s where s.id = %1$s.stay_id and s.host_household_id = any ((select actor_homes())::uuid[]))) %2$s))) $sql$,
      log, case when log = 'incident' then accused else '' end);
  end loop;
end $$;
