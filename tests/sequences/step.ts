import type { AnyAction } from '../../src/platform/action.ts'
import type { Caller } from '../../src/platform/actor.ts'
import { addDays, dayOf, timeOf } from '../../src/values/london.ts'
import type { Played } from './played.ts'

/** Something somebody tries to do, or nothing where there is nothing to do it to. */
export type Tried = { as: Caller; action: AnyAction; input: Record<string, unknown> } | null

/** A step picks what it is about by numbers: the same numbers pick the same things. */
export type Step = (played: Played, pick: <T>(from: readonly T[]) => T | undefined) => Tried

/** A day so many days from today. */
export const soon = (played: Played, days: number) => addDays(dayOf(played.now()), days)

/** Something done to a stay in one of these states, by whoever is named. */
export const toStay =
  (
    states: readonly string[],
    action: AnyAction,
    who: (played: Played, stay: Played['stays'][number]) => Caller | undefined,
    more: (played: Played, stay: Played['stays'][number], pick: Parameters<Step>[1]) => object | null,
  ): Step =>
  (played, pick) => {
    const stay = pick(played.stays.filter(({ status }) => states.includes(status)))
    const as = stay && who(played, stay)
    const input = stay && more(played, stay, pick)
    return stay && as && input ? { as, action, input: { stay: stay.id, ...input } } : null
  }

export const hostOf = (played: Played, { host }: { host: string }) =>
  played.hosts.find(({ household }) => household === host)?.carer
export const carerOf = (played: Played, { home }: { home: string }) =>
  played.families.find(({ household }) => household === home)?.carer

/** A clock time in the last hours, as people write things down afterwards. */
export const justNow = (played: Played, hoursAgo: number) => {
  const moment = new Date(played.now().getTime() - hoursAgo * 3_600_000)
  return { on: dayOf(moment), at: timeOf(moment) }
}

/** A child of one of the families. */
export const child = (played: Played, pick: Parameters<Step>[1]) =>
  pick(played.families.flatMap(({ children }) => children))
