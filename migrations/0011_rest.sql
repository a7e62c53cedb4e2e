-- Fair use and rest (invariant 19): what the liaison worker settled for a home that hosts, and what a home needs.
create table hub_rest (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  -- At most so many nights in a row with a child staying; null for no limit.
  nights_in_row int check (nights_in_row between 1 and 60),
  -- Nights of the week that are the home's own, 1 Monday to 7 Sunday.
  protected_days int[] not null default '{}' check (protected_days <@ array[1, 2, 3, 4, 5, 6, 7]),
  -- At most so many child-nights for one home in twelve weeks; null for no limit.
  nights_per_home int check (nights_per_home between 1 and 200),
  foreign key (service_id, household_id) references household (service_id, id),
  constraint hub_rest_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('hub_rest', 'household_id = any ((select actor_near())::uuid[])');

-- The child-nights of stays a home needs in a month, where it is not what the number of its children says.
create table stay_need (
  like dated_fact including defaults including constraints,
  primary key (id),
  household_id uuid not null,
  nights_a_month int not null check (nights_a_month between 0 and 60),
  reason text,
  foreign key (service_id, household_id) references household (service_id, id),
  constraint stay_need_once exclude using gist (household_id with =, during with &&) where (superseded_at is null)
);
call protect('stay_need', 'household_id = any ((select actor_homes())::uuid[])');
