import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import { type Context, widened } from '../platform/context.ts'
import { type Asked, ask } from '../platform/database-statements.ts'
import { known } from './store-read.ts'

/** Roles whose yes is anybody's who holds them, and not that of one child's or one home's worker. */
const HELD: readonly Role[] = [
  'programme_lead',
  'fostering_manager',
  'team_manager',
  'duty_worker',
  'duty_manager',
]

type Place = { home: string; host: string; children: readonly string[] }

/** The people around a stay today. */
export type Around = Place & {
  /** The constellation its home belongs to; null for none. */
  constellation: string | null
  carers: (household: string) => string[]
  /** The supervising social worker of its home or its host. */
  supervisors: (household: string) => string[]
  /** The liaison workers of the constellation its home or its host belongs to. */
  liaison: (household: string) => string[]
  /** The social workers of all its children, or of these of them. */
  workers: (children?: readonly string[]) => string[]
  /** Whoever holds one of these roles. */
  holders: (role: Role) => string[]
}

type Tie = {
  tie: 'carer' | 'supervisor' | 'liaison' | 'constellation' | 'worker' | 'role'
  of: string
  id: string
}

/** Everybody around a stay, in one question: who is to be told, and who could say yes. */
export async function peopleAround(context: Context, place: Place): Promise<Around> {
  return (await askPeopleAround(context, place)).answer()
}

/** The same, on its way with other questions. */
export function askPeopleAround(context: Context, { home, host, children }: Place): Promise<Asked<Around>> {
  const homes = sql`any (${[home, host]}::uuid[])`
  // Said so that no index on the time is read for it, which nearly every row would pass.
  const today = (alias: string) =>
    sql`(${known(alias)} and (${sql.ref(`${alias}.during`)} @> ${context.today}::date) is true)`
  const question = sql<Tie>`
    select 'carer' as tie, c.household_id::text as of, c.person_id as id
      from household_carer c where c.household_id = ${homes} and ${today('c')}
    union all select 'supervisor', s.household_id::text, s.person_id
      from household_worker s where s.household_id = ${homes} and ${today('s')}
    union all select 'liaison', m.household_id::text, l.person_id
      from membership m join constellation_liaison l on l.constellation_id = m.constellation_id and ${today('l')}
      where m.household_id = ${homes} and ${today('m')}
    union all select 'constellation', m.household_id::text, m.constellation_id
      from membership m where m.household_id = ${home} and ${today('m')}
    union all select 'worker', w.child_id::text, w.person_id
      from child_worker w where w.child_id = any (${children}::uuid[]) and ${today('w')}
    union all select 'role', r.role, r.person_id
      from person_role r where r.role = any (${HELD}::text[]) and ${today('r')}`
  return widened(context, () =>
    ask(context.db, question, (ties) => {
      const who = (tie: Tie['tie'], of: readonly string[]) => [
        ...new Set(ties.filter((one) => one.tie === tie && of.includes(one.of)).map(({ id }) => id)),
      ]
      return {
        home,
        host,
        children,
        constellation: who('constellation', [home])[0] ?? null,
        carers: (household) => who('carer', [household]),
        supervisors: (household) => who('supervisor', [household]),
        liaison: (household) => who('liaison', [household]),
        workers: (those = children) => who('worker', those),
        holders: (role) => who('role', [role]),
      }
    }),
  )
}

/**
 * Who could give this yes: the one person whose child or home it is, or everyone who holds the role today. `children`
 * are those it is for, also where they are not of the stay.
 */
export async function whoCouldSayYes(
  context: Context,
  role: Role,
  around: Around,
  children: readonly string[],
): Promise<string[]> {
  if (role === 'supervising_social_worker') return around.supervisors(around.host)
  if (role === 'liaison_worker') return around.liaison(around.host)
  if (HELD.includes(role)) return around.holders(role)
  if (role === 'child_social_worker' && children.every((child) => around.children.includes(child)))
    return around.workers(children)
  return whoCould(context, role, { host: around.host, children })
}

/** The carers of a home today. */
export const carersOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select person_id as id from household_carer c where c.household_id = ${home} and ${known('c')} and c.during @> ${context.today}::date`,
  )

/** The social workers of these children today. */
export const workersOf = (context: Context, children: readonly string[]): Promise<string[]> =>
  ids(
    context,
    sql`select distinct person_id as id from child_worker w where w.child_id = any (${children}::uuid[]) and ${known('w')} and w.during @> ${context.today}::date`,
  )

/** The liaison workers of the constellation a home belongs to today. */
export const liaisonOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select distinct l.person_id as id from membership m
      join constellation_liaison l on l.constellation_id = m.constellation_id and ${known('l')} and l.during @> ${context.today}::date
      where m.household_id = ${home} and ${known('m')} and m.during @> ${context.today}::date`,
  )

/** The supervising social worker of a home today. */
export const supervisorOf = (context: Context, home: string): Promise<string[]> =>
  ids(
    context,
    sql`select person_id as id from household_worker w where w.household_id = ${home} and ${known('w')} and w.during @> ${context.today}::date`,
  )

/** Who could give this yes: the one person whose child or home it is, or everyone who holds the role today. */
export async function whoCould(
  context: Context,
  role: Role,
  about: { children: readonly string[]; host: string },
): Promise<string[]> {
  if (role === 'child_social_worker') return workersOf(context, about.children)
  if (role === 'supervising_social_worker') return supervisorOf(context, about.host)
  if (role === 'liaison_worker') return liaisonOf(context, about.host)
  return ids(
    context,
    sql`select distinct person_id as id from person_role r where r.role = ${role} and ${known('r')} and r.during @> ${context.today}::date`,
  )
}

async function ids(context: Context, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await widened(context, () =>
    (query as ReturnType<typeof sql<{ id: string }>>).execute(context.db),
  )
  return rows.map(({ id }) => id)
}
