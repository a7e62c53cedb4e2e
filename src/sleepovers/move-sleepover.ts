import { z } from 'zod'
import { may } from '../access/policy.ts'
import { roleName } from '../access/roles.ts'
import { action } from '../platform/action.ts'
import { type Context, widened } from '../platform/context.ts'
import { id, optionalDay, text, time } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { momentAt } from '../values/london.ts'
import { list } from '../values/words.ts'
import { agreeStay } from './agree.ts'
import { beginStay } from './arrival.ts'
import { asKnown, askToConfirm, hostInEmergency } from './emergency.ts'
import { forEyes } from './facts.ts'
import { legsInTurn, refuseUnlessTheirs, turnOver } from './legs.ts'
import { type Move, moveFrom } from './moves.ts'
import { requestConflicts, requestStay } from './request.ts'
import { stillNeeded } from './rules.ts'
import { changeStay, cutStay, findStay, type Stay } from './store.ts'
import { nameOfPerson } from './store-emergency.ts'
import { askCards, saveHandoverList, unreadCards } from './store-handover.ts'
import { knownHost } from './store-home-of.ts'
import { cancelFollowing, handedOn } from './store-legs.ts'
import { carersOf, liaisonOf } from './store-people.ts'
import type { Weighed } from './weigh.ts'

const MOVED = 'Moved to another home'

/** The rest of a stay at another home: a stay of its own, that goes on from the first. */
export const moveSleepover = action({
  name: 'move-sleepover',
  says: 'Moves children to another home in the middle of a stay, once somebody there has said yes; before it begins, a carer’s move asks that home.',
  input: z.object({
    stay: id('a sleepover'),
    host: id('the home they move to').describe('The household they move to; the same for another bed there'),
    on: optionalDay('the day they move').default(null).describe('Left out where the stay has not begun'),
    at: time('the time they move').optional().describe('Left out where the stay has not begun'),
    agreedBy: z
      .preprocess((value) => (value === '' ? null : value), id('who at the new home said yes').nullish())
      .default(null)
      .describe('Which of its carers said yes; not asked of its own carer, nor where it answers itself'),
    reason: text('Enter why they move'),
  }),
  subject: async (context, { stay, host }) => {
    const found = await findStay(context, stay)
    if (may.moveFarther(context.actor, found)) {
      return { ...found, known: await hostInEmergency(context, found.home, host) }
    }
    await knownHost(context, found.home, host)
    return { ...found, known: 'known' as const }
  },
  allow: may.changeSleepover,
  conflicts: requestConflicts,
  run: async (context, input, { known, ...stay }) => {
    const locked = await legsInTurn(context, stay, [input.host])
    const at = input.on && input.at ? momentAt(input.on, input.at) : null
    const until = at && at < context.now ? at : context.now
    const legs = await turnOver(context, locked, until)
    const move = moveFrom(legs, at, context.now, (leg) =>
      refuseUnlessTheirs(context, may.changeSleepover, stay, leg),
    )
    const yes = await yesOf(context, input, stay, move)
    const { note, beds } = await handedOn(context, move.leg.id)
    await leave(context, move, input.reason)
    const request = requestStay(context, {
      ...stay,
      kind: move.leg.kind,
      host: input.host,
      span: move.rest,
      note,
      bedsSeen: false,
      follows: move.begun ? move.leg.id : null,
      series: null,
      bedsNow: input.host === move.leg.host ? { wish: 'change', beds } : undefined,
    })
    const { stay: moved, weighing } = await asKnown(
      known,
      'That home cannot take them any more. Nothing was sent. Choose another',
      request,
    )
    if (weighing && yes) refuseWithoutYes(context, weighing)
    if (weighing && input.host === move.leg.host) refuseSameBeds(weighing, beds)
    if (yes) await agreeStay(context, await findStay(context, moved, 'lock'), { note: null, ...yes })
    await arrive(context, move, moved, input.host, stay)
    // The first stay is cancelled, and what was to be confirmed of it with it.
    if (move.leg.kind === 'emergency' && !move.begun) {
      await askToConfirm(context, { ...stay, stay: moved, host: input.host })
    }
    if (!yes) {
      await tell(context, await carersOf(context, input.host), {
        subject: 'A sleepover is asked of you',
        body: 'It was to be at another home, and cannot. Sign in to say yes or no.',
        about: { kind: 'stay', id: moved },
      })
    }
    const message = {
      subject: 'A sleepover has moved to another home',
      body: 'Sign in to see from when, and why.',
    }
    const away = await carersOf(context, move.leg.host)
    const others = [
      ...(await carersOf(context, stay.home)),
      ...(yes ? await carersOf(context, input.host) : []),
      ...(await liaisonOf(context, stay.home)),
    ].filter((person) => !away.includes(person))
    // The home they leave sees what it had, not where they are now.
    await tell(context, away, { ...message, about: { kind: 'stay', id: move.leg.id } })
    await tell(context, others, { ...message, about: { kind: 'stay', id: moved } })
    const seesBoth = may.changeSleepover(context.actor, { ...stay, host: input.host })
    return { stay: input.stay, moved, shown: seesBoth ? moved : move.leg.id }
  },
})

/**
 * The yes of the new home, and who said it; null where it answers itself: what is planned and has not begun has the time,
 * where neither that home nor somebody who looks after the homes or the child moves it.
 */
async function yesOf(
  context: Context,
  { host, agreedBy }: { host: string; agreedBy: string | null },
  stay: Stay,
  { leg, begun }: Move,
): Promise<{ agreedBy: string | null } | null> {
  const { actor } = context
  if (agreedBy && !(await carersOf(context, host)).includes(agreedBy)) {
    throw new Refusal('Choose a carer of the home they move to', { field: 'agreedBy' })
  }
  if (actor.ownHomes.includes(host)) return { agreedBy: actor.name }
  if (leg.kind !== 'emergency' && !begun && !may.bringYes(actor, stay)) return null
  if (!agreedBy) throw new Refusal('Choose who at the new home said yes', { field: 'agreedBy' })
  return { agreedBy: await nameOfPerson(context, agreedBy) }
}

/** The first home lets go of the rest of the time, and so of what was to come after it. */
async function leave(context: Context, { leg, begun, moment, past }: Move, reason: string): Promise<void> {
  await widened(context, async () => {
    if (!begun) {
      await changeStay(context, leg.id, { status: 'cancelled', cancel_reason: `${MOVED}. ${reason}` })
      return
    }
    if (moment < leg.to) await cutStay(context, leg.id, moment, `${MOVED}. ${reason}`)
    if (past) await changeStay(context, leg.id, { status: 'continued', ended_at: moment })
    await cancelFollowing(context, leg.id, MOVED)
  })
}

/** They are there already, or will be; invariant 12 holds for a new home as for the first. */
async function arrive(
  context: Context,
  { leg, begun, moment, past }: Move,
  moved: string,
  host: string,
  { children }: Stay,
): Promise<void> {
  const elsewhere = host !== leg.host
  if (begun && elsewhere) {
    await saveHandoverList(context, moved, await (await askCards(context, children)).answer())
  }
  if (!begun || !past) return
  const unread = elsewhere ? await widened(context, () => unreadCards(context, moved)) : []
  const breach = 'A care card was not read before children moved to another home'
  await beginStay(context, moved, moment, unread.length > 0 ? [breach] : [])
}

/** A move is agreed on the phone: what needs somebody else's yes cannot wait behind it. */
function refuseWithoutYes(context: Context, { findings }: Weighed): void {
  const needed = stillNeeded(findings, [], context.today)
  if (needed.length === 0) return
  const roles = [...new Set(needed.flatMap(({ overriddenBy }) => overriddenBy))].map(roleName)
  throw new Refusal(
    `That home needs a yes first, from: ${list(roles)}. Ring the duty line on ${context.actor.service.dutyPhone}`,
    { field: 'host', detail: { findings: findings.map(forEyes) } },
  )
}

function refuseSameBeds({ beds: chosen }: Weighed, beds: Record<string, string>): void {
  if ([...chosen].every(([child, bed]) => beds[child] === bed)) {
    throw new Refusal('No other bed is free there. Choose another home', { field: 'host' })
  }
}
