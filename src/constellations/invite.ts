import { is } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { joinCheck, type Part } from './rules.ts'
import { addVariance, type Constellation, carersOf } from './store.ts'
import { joinFacts } from './store-facts.ts'
import { addInvitation, openSatelliteInvitations } from './store-invitations.ts'
import { membersOn } from './store-members.ts'

export type Invited = {
  constellation: string
  household: string
  part: Part
  buddy: string | null
  varianceReason: string | null
}

/**
 * Asks a home to join, and tells its carers. Gives the invitation. Throws a `Refusal` for what stops it, or what needs a
 * programme lead's yes with a reason. The one way to an invitation, for a single home and for a frozen plan.
 */
export async function invite(
  context: Context,
  { constellation, household, part, varianceReason, buddy }: Invited,
  { name, stage }: Pick<Constellation, 'name' | 'stage'>,
): Promise<string> {
  await takeTurns(context, [constellation, household])
  await checkBuddy(context, constellation, part, buddy)
  const pack = packAt(context.today)
  const { satellites, ...facts } = await joinFacts(context, {
    constellation,
    household,
    stage,
    day: context.today,
  })
  const otherSatellites = satellites + (await openSatelliteInvitations(context, constellation, household))
  const findings = joinCheck({ ...facts, part, otherSatellites }, pack)
  const stopped = findings.find((finding) => finding.level === 'stop')
  if (stopped) throw new Refusal(stopped.says, { field: 'part', detail: { findings } })
  const unusual = findings.find((finding) => finding.level === 'yes')
  if (unusual) {
    if (!is(context.actor, 'programme_lead')) {
      throw new Refusal(`${unusual.says} Ask a programme lead to invite it, with a reason.`, {
        detail: { findings },
      })
    }
    if (!varianceReason) {
      throw new Refusal(`${unusual.says} Enter why this home should join all the same.`, {
        field: 'varianceReason',
        detail: { findings },
      })
    }
    await addVariance(context, {
      constellation,
      rule: unusual.rule ?? '',
      says: unusual.says,
      reason: varianceReason,
      pack: pack.version,
      satellites: otherSatellites + 1,
    })
  }
  const invitation = await addInvitation(context, { constellation, household, part, buddy })
  await tell(context, await carersOf(context, [household]), {
    subject: `Your home is invited to join ${name}`,
    body: `Your home is invited to join the constellation ${name}. Read what it would mean, and say yes or no. Nothing changes until you say yes.`,
    about: { kind: 'invitation', id: invitation },
  })
  return invitation
}

async function checkBuddy(context: Context, constellation: string, part: string, buddy: string | null) {
  if (buddy === null) return
  if (part !== 'guest') {
    throw new Refusal('Only a guest has a buddy home. Leave the buddy out, or invite the home as a guest.', {
      field: 'buddy',
    })
  }
  const members = await membersOn(context, constellation, context.today)
  const member = members.find(({ household }) => household === buddy)
  if (!member) throw new NotFound()
  if (member.part === 'guest') {
    throw new Refusal('Choose the hub or a satellite as buddy: a guest is new here too', { field: 'buddy' })
  }
}
