import { z } from 'zod'
import { may } from '../access/policy.ts'
import { roleName } from '../access/roles.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, optionalText, time } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { dayOf, type Span } from '../values/london.ts'
import { agreeStay } from './agree.ts'
import { asKnown, confirmBy, homeInEmergency, hostInEmergency, tellOfEmergency } from './emergency.ts'
import { emergencyInput } from './emergency-homes.ts'
import type { Finding } from './facts.ts'
import { requestConflicts, requestStay } from './request.ts'
import { emergencySpan, lastTimeItWas } from './rules/emergency-span.ts'
import { allowedBy, VOICES } from './rules/spoken.ts'
import { stillNeeded } from './rules.ts'
import { findStay } from './store.ts'
import { ownEmergency, type Spoken, saveAcceptances, staysHolding } from './store-emergency.ts'
import { yesesOf } from './store-yeses.ts'

const input = emergencyInput.extend({
  host: id('the home they would sleep at').describe('The household that hosts'),
  note: optionalText(2000).describe('What the host should know'),
  reason: optionalText(2000).describe('Why it must be now, where somebody allowed something by voice'),
  authorisedBy: optionalText(200).describe('Who allowed it by voice'),
  authorisedRole: z
    .preprocess(
      (value) => (value === undefined || value === '' ? null : value),
      z.enum(VOICES, { error: 'Choose their role' }).nullable(),
    )
    .default(null)
    .describe('Their role'),
  authorisedAt: z
    .preprocess((value) => (value === '' ? null : value), time('the time they said so').nullish())
    .default(null),
  supervisionPlan: optionalText(2000).describe('How everybody is kept safe until it is confirmed'),
})

export const askInEmergency = action({
  name: 'ask-in-emergency',
  says: 'Holds a bed from now on at a home that can take the children, tells everybody who must know, and has it confirmed the next working day.',
  input,
  subject: async (context, { children, host }) => {
    const home = await homeInEmergency(context, children)
    return { home, children, known: await hostInEmergency(context, home, host) }
  },
  allow: may.askForSleepover,
  conflicts: requestConflicts,
  run: async (context, asked, { home, known }) => {
    const { children, host } = asked
    const span = emergencySpan(context.now, asked.until, asked.untilTime)
    if ('message' in span) throw new Refusal(span.message, { field: span.field })
    await takeTurns(context, [...children, host])
    // A phone that sends the form twice: `now` is not the same, so it is not the same span.
    const sent = await ownEmergency(context, children)
    if (sent) return { stay: sent }
    await notTwice(context, children, span)
    const spoken = spokenIn(context, asked)
    const requested = await asKnown(
      known,
      requestStay(
        context,
        {
          kind: 'emergency',
          home,
          host,
          children,
          span,
          why: asked.happened,
          note: asked.note,
          splitReason: null,
          views: {},
          bedsSeen: true,
        },
        (findings) => (spoken ? settledBy(context, spoken, findings) : []),
      ),
    )
    const { stay, weighing } = requested
    const findings = weighing?.findings ?? []
    if (spoken && weighing) {
      const expiresOn = dayOf(confirmBy(context.now))
      const { packVersion } = weighing
      const settled = settledBy(context, spoken, findings)
      await saveAcceptances(context, stay, settled, { ...spoken, expiresOn, packVersion })
    }
    await tellOfEmergency(context, { stay, home, host, children })
    const waits = stillNeeded(findings, await yesesOf(context, stay), context.today).length > 0
    if (context.actor.ownHomes.includes(host) && !waits) {
      const agreedBy = context.actor.name
      await agreeStay(context, await findStay(context, stay, 'lock'), { note: null, agreedBy })
    }
    return { stay }
  },
})

/** Two emergencies for one child are one too many: the sentence says so, and leads there where it may be seen. */
async function notTwice(context: Context, children: readonly string[], span: Span): Promise<void> {
  const [held] = await staysHolding(context, children, span)
  if (!held) return
  throw new Refusal(
    held.kind === 'emergency'
      ? 'There is an emergency sleepover for one of these children already. Open it to see how it stands'
      : 'One of these children has a stay in that time already. Open it to change it',
    { detail: { held: held.stay } },
  )
}

/** What was said by voice; null where nothing was. Half of it is asked again: it is what the next morning relies on. */
function spokenIn(context: Context, asked: z.output<typeof input>): Spoken | null {
  const { authorisedBy, authorisedRole, authorisedAt, supervisionPlan, reason } = asked
  if (!authorisedBy && !authorisedRole && !supervisionPlan) return null
  const missing = (field: string, message: string): never => {
    throw new Refusal(message, { field })
  }
  if (authorisedBy?.toLowerCase() === context.actor.name.toLowerCase()) {
    missing('authorisedBy', 'You ask for this, so somebody else must allow it. Enter their name')
  }
  return {
    reason: reason ?? missing('reason', 'Enter why it must be now'),
    authorisedBy: authorisedBy ?? missing('authorisedBy', 'Enter who allowed it'),
    authorisedRole: authorisedRole ?? missing('authorisedRole', 'Choose their role'),
    authorisedAt: authorisedAt ? lastTimeItWas(context.now, authorisedAt) : context.now,
    supervisionPlan: supervisionPlan ?? missing('supervisionPlan', 'Enter how everybody is kept safe'),
  }
}

/** What somebody in that role may allow by voice. Throws where they may allow nothing of what is asked. */
function settledBy(context: Context, { authorisedRole }: Spoken, findings: readonly Finding[]): Finding[] {
  const settled = allowedBy(authorisedRole, findings, packAt(context.today))
  if (settled.length === 0 && findings.some(({ level }) => level === 'yes')) {
    throw new Refusal(`The ${roleName(authorisedRole)} cannot allow this by voice. Choose who can`, {
      field: 'authorisedRole',
    })
  }
  return settled
}
