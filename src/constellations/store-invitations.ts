import { sql } from 'kysely'
import { may } from '../access/policy.ts'
import { type Context, widened } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Part } from './rules.ts'

export type Invitation = {
  invitation: string
  constellation: string
  constellationName: string
  household: string
  /** Null where the actor may not know the home. */
  householdName: string | null
  part: Part
  buddy: string | null
  buddyName: string | null
  invitedAt: Date
  invitedBy: string | null
  answer: 'yes' | 'no' | null
  answeredAt: Date | null
  /** Who gave the answer in words, where staff wrote it down. */
  spokenTo: string | null
  reason: string | null
  withdrawnAt: Date | null
}

const rows = (context: Context) =>
  context.db
    .selectFrom('invitation as i')
    .leftJoin('constellation as c', 'c.id', 'i.constellation_id')
    .leftJoin('household_detail as d', (on) =>
      on.onRef('d.household_id', '=', 'i.household_id').on(current('d', context.today)),
    )
    .leftJoin('household_detail as b', (on) =>
      on.onRef('b.household_id', '=', 'i.buddy_household_id').on(current('b', context.today)),
    )
    .leftJoin('person as p', 'p.id', 'i.invited_by')
    .select(['i.id as invitation', 'i.constellation_id as constellation'])
    // A home that said no still reads its answer, but no longer the constellation.
    .select(sql<string>`coalesce(c.name, 'a constellation')`.as('constellationName'))
    .select(['i.household_id as household', 'd.name as householdName', sql<Part>`i.part`.as('part')])
    .select(['i.buddy_household_id as buddy', 'b.name as buddyName', 'i.invited_at as invitedAt'])
    .select(['p.name as invitedBy', sql<'yes' | 'no' | null>`i.answer`.as('answer')])
    .select(['i.answered_at as answeredAt', 'i.spoken_to as spokenTo', 'i.reason'])
    .select('i.withdrawn_at as withdrawnAt')

/** The invitation, if the actor may see it. */
export async function findInvitation(context: Context, invitation: string): Promise<Invitation> {
  const row = await rows(context).where('i.id', '=', invitation).executeTakeFirst()
  if (!row) throw new NotFound()
  return asTold(context, row)
}

/** The invitations the actor may see, latest first; of one constellation when it is given. */
export async function invitationsOf(context: Context, constellation: string | null): Promise<Invitation[]> {
  const all = rows(context).orderBy('i.invited_at', 'desc').orderBy('i.id')
  const found = await (constellation ? all.where('i.constellation_id', '=', constellation) : all).execute()
  return found.map((row) => asTold(context, row))
}

/** Why a home said no, and who said so, is between the home and those it answers to. */
const asTold = ({ actor }: Context, row: Invitation): Invitation =>
  actor.seesAll || may.answerInvitation(actor, row) ? row : { ...row, spokenTo: null, reason: null }

export async function addInvitation(
  context: Context,
  invitation: { constellation: string; household: string; part: Part; buddy: string | null },
): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('invitation')
    .values({
      id,
      service_id: context.actor.service.id,
      constellation_id: invitation.constellation,
      household_id: invitation.household,
      part: invitation.part,
      buddy_household_id: invitation.buddy,
      invited_at: context.now,
      invited_by: context.actor.person,
    })
    .execute()
  return id
}

/** How many open invitations to be a satellite a constellation has, besides the one to a given home. */
export async function openSatelliteInvitations(
  context: Context,
  constellation: string,
  besides: string,
): Promise<number> {
  const { homes } = await widened(context, () =>
    context.db
      .selectFrom('invitation')
      .select(sql<number>`count(*)::int`.as('homes'))
      .where('constellation_id', '=', constellation)
      .where('household_id', '<>', besides)
      .where('part', '=', 'satellite')
      .where('answer', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return homes
}

export async function setAnswer(
  context: Context,
  invitation: string,
  answer: { answer: 'yes' | 'no'; reason: string | null; spokenTo: string | null },
): Promise<void> {
  await context.db
    .updateTable('invitation')
    .set({
      answer: answer.answer,
      reason: answer.reason,
      spoken_to: answer.spokenTo,
      answered_at: context.now,
      answered_by: context.actor.person,
    })
    .where('id', '=', invitation)
    .execute()
}

/** Takes back every open invitation of a constellation, or one of them. Gives the homes that had been asked. */
export async function withdraw(
  context: Context,
  which: { constellation: string } | { invitation: string },
  reason: string,
): Promise<string[]> {
  const column = 'invitation' in which ? 'id' : 'constellation_id'
  const rows = await context.db
    .updateTable('invitation')
    .set({ withdrawn_at: context.now, reason })
    .where(column, '=', 'invitation' in which ? which.invitation : which.constellation)
    .where('answer', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('household_id as household')
    .execute()
  return rows.map((row) => row.household)
}
