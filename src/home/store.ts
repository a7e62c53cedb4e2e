import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { NotFound } from '../platform/refusals.ts'

export type TaskListed = {
  id: string
  says: string
  kind: string
  aboutKind: string
  aboutId: string
  due: Date
}

/** What is open for the actor to do, the soonest first. */
export async function openTasks(context: Context): Promise<TaskListed[]> {
  const { rows } = await sql<TaskListed>`
    select id, says, kind, about_kind as "aboutKind", about_id as "aboutId", due_at as due from task
    where done_at is null and (for_person = ${context.actor.person} or for_role = any (${context.actor.roles}::text[]))
    order by due_at, id limit 50`.execute(context.db)
  return rows
}

/** An open task of the actor's own. Throws `NotFound`. */
export async function findTask(context: Context, task: string): Promise<{ task: string }> {
  const { rows } = await sql<{ task: string }>`
    select id as task from task where id = ${task} and done_at is null
      and (for_person = ${context.actor.person} or for_role = any (${context.actor.roles}::text[])) for update`.execute(
    context.db,
  )
  const [found] = rows
  if (!found) throw new NotFound()
  return found
}

export type CheckDue = { household: string; name: string; kind: string; expiresOn: string }

/** Checks of homes the actor looks after or lives in that run out within eight weeks or have run out, the soonest first. */
export async function checksDue(context: Context): Promise<CheckDue[]> {
  const { rows } = await sql<CheckDue>`
    select k.household_id as household, d.name, k.kind, k.expires_on as "expiresOn"
    from household_check k
    join household_detail d on d.household_id = k.household_id and d.superseded_at is null and d.during @> ${context.today}::date
    where k.superseded_at is null and k.during @> ${context.today}::date and k.expires_on < ${context.today}::date + 56
    order by k.expires_on, d.name, k.kind limit 20`.execute(context.db)
  return rows
}

export type Invited = { invitation: string; constellation: string; invitedAt: Date }

/** Invitations the actor's own home has not answered. */
export async function openInvitations(context: Context): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select i.id as invitation, c.name as constellation, i.invited_at as "invitedAt"
    from invitation i join constellation c on c.id = i.constellation_id
    where i.household_id = any (${context.actor.ownHomes}::uuid[]) and i.answer is null and i.withdrawn_at is null
    order by i.invited_at`.execute(context.db)
  return rows
}

export type HubContact = { household: string; name: string; phone: string | null }

/** The hub home of the actor's own constellation, to ring. */
export async function hubContact(context: Context): Promise<HubContact | null> {
  const { rows } = await sql<HubContact>`
    select h.household_id as household, d.name,
      coalesce(d.phone, (select p.phone from household_carer c join person p on p.id = c.person_id
        where c.household_id = h.household_id and c.superseded_at is null and c.during @> ${context.today}::date and p.phone is not null
        order by p.name limit 1)) as phone
    from membership mine
    join membership h on h.constellation_id = mine.constellation_id and h.part = 'hub' and h.superseded_at is null and h.during @> ${context.today}::date
    join household_detail d on d.household_id = h.household_id and d.superseded_at is null and d.during @> ${context.today}::date
    where mine.household_id = any (${context.actor.ownHomes}::uuid[]) and mine.superseded_at is null and mine.during @> ${context.today}::date
    limit 1`.execute(context.db)
  return rows[0] ?? null
}

export type MessageListed = {
  id: string
  subject: string
  body: string
  aboutKind: string | null
  aboutId: string | null
  at: Date
}

/** The actor's newest messages. Codes to sign in with are left out: they are for the email alone. */
export async function ownMessages(context: Context): Promise<MessageListed[]> {
  const { rows } = await sql<MessageListed>`
    select id, subject, body, about_kind as "aboutKind", about_id as "aboutId", created_at as at from message
    where to_person = ${context.actor.person} and about_id is not null order by created_at desc, id limit 50`.execute(
    context.db,
  )
  return rows
}
