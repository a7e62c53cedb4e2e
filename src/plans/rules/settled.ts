import type { PlanSettings } from './facts.ts'
import type { Placed } from './pairs.ts'

/** What a person settled, by place; and what names a home that is not planned, in sentences. */
export interface Settled {
  readonly mustBeIn: ReadonlySet<number>
  readonly hubs: readonly number[]
  readonly locks: readonly { readonly home: number; readonly hub: number }[]
  readonly bans: readonly { readonly home: number; readonly hub: number }[]
  readonly wrong: readonly string[]
}

/** Reads locks, settled hubs and homes that must be in. A ban of a home that is not planned asks for nothing. */
export function settledOf(settings: PlanSettings, { placeOf, whyAside }: Placed): Settled {
  const wrong: string[] = []
  const planned = (household: string, what: string): number | undefined => {
    const place = placeOf(household)
    if (place !== undefined) return place
    const why = whyAside(household)
    wrong.push(
      why === undefined
        ? `${household} ${what}, and there is no such home: correct it, or take it out.`
        : `${household} ${what}, and it is not planned: ${why}.`,
    )
    return undefined
  }
  const places = (households: readonly string[], what: string) => [
    ...new Set(households.flatMap((household) => planned(household, what) ?? [])),
  ]
  const mustBeIn = places(settings.mustBeIn, 'must be in')
  const hubs = places(settings.settledHubs, 'is settled as a hub').sort((a, b) => a - b)
  const locks = settings.locks.flatMap(({ household, hub }) => {
    const home = planned(household, `is locked to ${hub}`)
    const at = planned(hub, `has ${household} locked to it`)
    return home === undefined || at === undefined ? [] : [{ home, hub: at }]
  })
  const bans = settings.bans.flatMap(({ household, hub }) => {
    const [home, at] = [placeOf(household), placeOf(hub)]
    return home === undefined || at === undefined ? [] : [{ home, hub: at }]
  })
  for (const { household } of settings.hubs)
    if (placeOf(household) === undefined && whyAside(household) === undefined)
      wrong.push(`${household} is named among the possible hubs, and there is no such home: take it out.`)
  const bound = [...mustBeIn, ...hubs, ...locks.flatMap(({ home, hub }) => [home, hub])]
  return { mustBeIn: new Set(bound), hubs, locks, bans, wrong: [...new Set(wrong)] }
}
