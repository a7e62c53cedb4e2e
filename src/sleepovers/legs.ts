import type { Actor } from '../platform/actor.ts'
import { type Context, widened } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import { closeTasks } from '../platform/tasks.ts'
import { beginStay } from './arrival.ts'
import { changeStay, type Stay } from './store.ts'
import { type Leg, legsOf } from './store-legs.ts'

/*
 * More nights at one home are a stay of their own, a leg, that goes on from the one before. Agreed, it begins by itself
 * when that one ends: nobody has to write down that children who sleep somewhere sleep there still.
 */

/** The leg that goes on from this one, where there is one. */
export const nextOf = (legs: readonly Leg[], leg: Leg): Leg | undefined =>
  legs.find(({ follows }) => follows === leg.id)

/** The last of the legs at the same home, in a row from this one. */
export function lastAtHost(legs: readonly Leg[], leg: Leg): Leg {
  const next = nextOf(legs, leg)
  return next && next.host === leg.host ? lastAtHost(legs, next) : leg
}

/** The legs of a stay, locked, once it is our turn for its children and for every home that they lead through, or `also` to. */
export async function legsInTurn(
  context: Context,
  { id, children, host }: Stay,
  also: readonly string[] = [],
): Promise<Leg[]> {
  const hosts = (await legsOf(context, id, 'look')).map((leg) => leg.host)
  await takeTurns(context, [...children, host, ...hosts, ...also])
  return legsOf(context, id)
}

/**
 * The stay that was named may have gone on to another home: whoever changes that leg must be allowed to at that home
 * too. Throws a `Refusal` that tells nothing of where they are or until when.
 */
export function refuseUnlessTheirs(
  { actor }: Context,
  allow: (actor: Actor, stay: Stay) => boolean,
  named: Stay,
  { host }: Pick<Leg, 'host'>,
): void {
  if (allow(actor, { ...named, host })) return
  throw new Refusal(
    `They have gone on to another home, which you cannot change. Ring the duty line on ${actor.service.dutyPhone}`,
  )
}

/**
 * Each leg that ended before `moment`, and that an agreed leg at the same home goes on from, is over, and the next has
 * begun at its end. Gives the legs as they are then. `legs` are locked.
 */
export async function turnOver(context: Context, legs: readonly Leg[], moment: Date): Promise<Leg[]> {
  const now = legs.map((leg) => ({ ...leg }))
  for (const leg of now) {
    const next = nextOf(now, leg)
    const due = leg.status === 'arrived' && leg.to < moment
    if (!due || next?.status !== 'accepted' || next.host !== leg.host) continue
    await widened(context, () => changeStay(context, leg.id, { status: 'continued', ended_at: next.from }))
    await beginStay(context, next.id, next.from)
    await closeTasks(context, 'late return', leg.id, 'They stay longer, as was agreed')
    leg.status = 'continued'
    next.status = 'arrived'
    next.arrivedAt = next.from
  }
  return now
}

/**
 * The leg of `locked` that the children were at until `moment`, with all before it over. Where the clock had let a later leg begin, but
 * they had left by then, that one is taken back. Throws a `Refusal` where they had not arrived.
 */
export async function legAt(context: Context, locked: readonly Leg[], moment: Date): Promise<Leg> {
  const legs = await turnOver(context, locked, moment)
  let leg = legs.findLast(({ status }) => status === 'arrived')
  if (!leg) {
    throw new Refusal(
      legs.some(({ status }) => status === 'returned')
        ? 'Their return is already recorded'
        : 'Record their arrival first',
    )
  }
  for (let before = beganByItself(legs, leg); before && startOf(leg) >= moment; ) {
    const { id } = leg
    await widened(context, () =>
      changeStay(context, id, {
        status: 'cancelled',
        cancel_reason: 'They came home before it began',
        arrived_at: null,
      }),
    )
    leg = before
    before = beganByItself(legs, leg)
  }
  if (moment < startOf(leg)) {
    throw new Refusal('That is before they arrived. Check the day and time', { field: 'on' })
  }
  return leg
}

const startOf = (leg: Leg): Date => leg.arrivedAt ?? leg.from

/** The leg before, where this one began by the clock and by nobody's word. */
function beganByItself(legs: readonly Leg[], leg: Leg): Leg | undefined {
  const before = legs.find(({ id }) => id === leg.follows)
  const byItself = before?.host === leg.host && startOf(leg).getTime() === leg.from.getTime()
  return byItself && before?.status === 'continued' ? before : undefined
}
