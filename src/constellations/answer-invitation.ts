import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, oneOf, optionalDay, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { addDays, type Day } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import { joinCheck } from './rules.ts'
import { findConstellation, liaisonOf } from './store.ts'
import { joinFacts } from './store-facts.ts'
import { findInvitation, type Invitation, setAnswer } from './store-invitations.ts'
import { join } from './store-members.ts'

export const answerInvitation = action({
  name: 'answer-invitation',
  says: 'Says yes or no to an invitation to join a constellation; staff write down the answer a carer gave in words.',
  input: z.object({
    invitation: id('an invitation'),
    answer: oneOf(['yes', 'no'], 'Choose yes or no'),
    from: optionalDay('the day your home joins').optional(),
    reason: optionalText(),
    spokenTo: optionalText(200),
  }),
  subject: (context, { invitation }) => findInvitation(context, invitation),
  allow: may.answerInvitation,
  conflicts: {
    membership_one_constellation:
      'This home is already in another constellation on those days. It has to leave that one first.',
    membership_one_hub:
      'Another home is the hub on those days. Ask the liaison worker from when yours can be.',
  },
  run: async (context, { invitation, answer, reason, ...input }, { household, constellation }) => {
    await takeTurns(context, [constellation, household])
    const asked = stillOpen(await findInvitation(context, invitation))
    const own = context.actor.ownHomes.includes(household)
    if (!own && !input.spokenTo) {
      throw new Refusal('Enter who of the home gave this answer, and when', { field: 'spokenTo' })
    }
    const from = input.from ?? context.today
    if (answer === 'yes') {
      checkDay(from, own, context.today)
      await checkJoining(context, asked, from)
      await join(context, { constellation, household, part: asked.part, buddy: asked.buddy, from })
    }
    await setAnswer(context, invitation, { answer, reason, spokenTo: own ? null : input.spokenTo })
    await tell(context, await liaisonOf(context, constellation), {
      subject: `A home has said ${answer} to ${asked.constellationName}`,
      body:
        answer === 'yes'
          ? `A home you invited joins ${asked.constellationName} on ${longDay(from)}.`
          : `A home you invited has said no to ${asked.constellationName}. You can read its answer there.`,
      about: { kind: 'constellation', id: constellation },
    })
    return { invitation, constellation, household }
  },
})

function stillOpen(asked: Invitation): Invitation {
  if (asked.withdrawnAt) throw new Refusal('This invitation has been taken back, so it needs no answer.')
  if (asked.answer) throw new Refusal(`This invitation has been answered already: ${asked.answer}.`)
  return asked
}

function checkDay(from: Day, own: boolean, today: Day) {
  if (own && from < today) throw new Refusal('Choose today or a day to come', { field: 'from' })
  if (from > addDays(today, 366)) throw new Refusal('Choose a day within the next year', { field: 'from' })
}

/** Weighed again: since the home was asked, it or the constellation may have changed. */
async function checkJoining(context: Context, asked: Invitation, from: Day) {
  const { constellation, household, part } = asked
  const { stage } = await findConstellation(context, constellation)
  const { satellites, ...facts } = await joinFacts(context, { constellation, household, stage, day: from })
  const findings = joinCheck({ ...facts, part, otherSatellites: satellites }, packAt(context.today))
  const no = findings.find(({ level }) => level !== 'know')
  if (no?.level === 'stop') throw new Refusal(no.says)
  if (no) throw new Refusal(`${no.says} Ask the liaison worker: a programme lead can say yes to one more.`)
}
