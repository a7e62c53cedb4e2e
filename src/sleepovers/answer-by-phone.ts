import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, oneOf, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { agreeStay } from './agree.ts'
import { asKnown, standingOf } from './emergency.ts'
import { changeStay, findStay, type Stay, saveUnmetNeed } from './store.ts'
import { nameOfPerson } from './store-emergency.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import { weigh } from './weigh.ts'

const NO = {
  declined: { reason: 'No, on the phone', says: 'They said no.' },
  no_answer: { reason: 'Nobody answered the phone', says: 'Nobody answered.' },
} as const

export const answerByPhone = action({
  name: 'answer-by-phone',
  says: 'Writes down what the host said on the phone in an emergency: yes and who said it, no, or that nobody answered.',
  input: z.object({
    stay: id('a sleepover'),
    answer: oneOf(['yes', 'declined', 'no_answer'], 'Choose what they said'),
    saidBy: z
      .preprocess(
        (value) => (value === undefined || value === '' ? null : value),
        id('who said yes').nullable(),
      )
      .default(null)
      .describe('Which carer of the host said yes'),
    note: optionalText(2000).describe('What they said besides'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.answerByPhone,
  run: async (context, { stay: stayId, answer, saidBy, note }, { children, host }) => {
    await takeTurns(context, [...children, host])
    const stay = await findStay(context, stayId, 'lock')
    // Planned sleepovers have time for the host to answer for itself.
    if (stay.kind !== 'emergency') throw new Refusal('The host answers this sleepover themselves')
    if (stay.status !== 'requested') {
      throw new Refusal('This has been answered already. Open the sleepover to see how it stands')
    }
    if (answer === 'yes') {
      const agreedBy = await whoSaidYes(context, host, saidBy)
      await asKnown(
        await standingOf(context, stay.home, host),
        'That home cannot take them any more. Tell them, choose No, and choose another home',
        agreeStay(context, stay, { note, agreedBy }),
      )
    } else {
      await letGo(context, stay, answer, note)
    }
    return { stay: stayId, home: stay.home }
  },
})

async function whoSaidYes(context: Context, host: string, saidBy: string | null): Promise<string | null> {
  if (!saidBy) throw new Refusal('Choose who said yes', { field: 'saidBy' })
  if (!(await carersOf(context, host)).includes(saidBy)) {
    throw new Refusal('Choose a carer of this home', { field: 'saidBy' })
  }
  return nameOfPerson(context, saidBy)
}

/** Lets go of the bed and keeps that the need was not met here. */
async function letGo(
  context: Context,
  stay: Stay,
  answer: 'declined' | 'no_answer',
  note: string | null,
): Promise<void> {
  const { id, home, host, children, span, why } = stay
  const { findings, packVersion } = await weigh(context, stay, children, host, id)
  const reason = note ?? NO[answer].reason
  await changeStay(context, id, { status: 'declined', answer_reason: reason })
  const need = { home, host, stay: id, children, span, why, outcome: answer, reason, findings, packVersion }
  await saveUnmetNeed(context, need)
  const people = [
    ...(await carersOf(context, host)),
    ...(await carersOf(context, home)),
    ...(await liaisonOf(context, home)),
  ]
  await tell(context, people, {
    subject: 'A bed held in an emergency is free again',
    body: `${NO[answer].says} Another home is asked.`,
    about: { kind: 'stay', id },
  })
}
