import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { dayOf } from '../values/london.ts'
import type { Records } from './check.ts'

const MOMENT = sql`(select current_setting('verify.known_at')::timestamptz)`

type FactTable = { name: string; columns: string[]; keys: string[] }

/**
 * From here on, this transaction reads dated facts and stays as they were known at the moment `knownAt` sets: views
 * of its own stand before the tables. So a decision is judged by the very statements it was taken with (the stores
 * of src/sleepovers), and there is no second version of them. Roll the transaction back to be rid of the views.
 */
export async function showAsKnown({ db }: Records): Promise<void> {
  const { rows: tables } = await sql<FactTable>`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype
        and a.attname not in ('id', 'service_id', 'recorded_by')) as keys
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'dated_fact'
    group by c.relname having array_agg(a.attname::text) @> array['superseded_at', 'recorded_at', 'during']`.execute(
    db,
  )
  await sql.join(tables.flatMap(factsAsKnown), sql`; `).execute(db)
  // How each stay stood then: whether it held its beds, and until when.
  await sql`create temp view stay as select *, upper(during) as ends from (
    select y.id, y.service_id, y.kind, y.sleeps, y.why, y.follows_id, y.home_household_id, y.host_household_id, w.status,
      case when w.over_at < upper(w.during)
        then tstzrange(lower(w.during), greatest(w.over_at, lower(w.during) + interval '1 minute')) else w.during end as during
    from public.stay y join public.stay_was w on w.stay_id = y.id
      and w.known_from <= ${MOMENT} and (w.known_until is null or w.known_until > ${MOMENT})) y`.execute(db)
  await sql`create temp view stay_child as
    select c.stay_id, c.service_id, c.child_id, c.bed_id, c.sleeps, c.view, y.during, y.ends,
      y.status not in ('declined', 'cancelled', 'no_show') as holds
    from public.stay_child c join pg_temp.stay y on y.id = c.stay_id`.execute(db)
}

/** What is believed now, and what is not any more but was: kept apart, so that the table's own indexes serve the first. */
function factsAsKnown({ name, columns, keys }: FactTable): RawBuilder<unknown>[] {
  const table = sql.table(`public.${name}`)
  const gone = sql.table(`once_${name}`)
  const shown = sql.join(
    columns.map((column) =>
      column === 'superseded_at' ? sql`null::timestamptz as superseded_at` : sql.ref(column),
    ),
  )
  return [
    sql`create temp table ${gone} as select * from ${table} where superseded_at is not null`,
    ...keys.map((key) => sql`create index on ${gone} (${sql.ref(key)})`),
    sql`create temp view ${sql.table(name)} as
      select ${shown} from ${table} where superseded_at is null and recorded_at <= ${MOMENT}
      union all select ${shown} from ${gone} where superseded_at > ${MOMENT} and recorded_at <= ${MOMENT}`,
  ]
}

/** The context of a decision taken at a moment, by nobody in particular. */
export async function knownAt({ db }: Records, moment: Date): Promise<Context> {
  await sql`select set_config('verify.known_at', ${moment.toISOString()}, true)`.execute(db)
  const touched = { children: new Set<string>(), households: new Set<string>() }
  return { db, actor: nobody, now: moment, today: dayOf(moment), touched }
}

/** The owner of the tables sees all of them; no permission is asked of this actor. */
const nobody: Context['actor'] = {
  person: null,
  name: 'verify',
  kind: 'staff',
  service: { id: '', name: '', dutyPhone: '', headerColour: '', demo: false },
  roles: [],
  seesAll: true,
  ownHomes: [],
  memberships: [],
  supervisedHomes: [],
  liaisonOf: [],
  liaisonHomes: [],
  placedChildren: [],
  hostedChildren: [],
  allocatedChildren: [],
}
