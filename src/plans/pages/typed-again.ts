import type { Typed } from '../../platform/web/read-form.ts'
import type { PlanSettings } from '../rules/facts.ts'
import { barriersInWords } from '../rules/read-barriers.ts'

/**
 * What a person would type to settle all of this once more; `households` are the homes to plan for, none for all. Measured
 * journeys are not typed again: they are a file's.
 */
export function typedAgain(settings: PlanSettings, households: readonly string[]): Typed {
  const { constellations, satellites, children, leaveOutKm, siblings, hubs } = settings
  const floats = constellations.least !== constellations.most
  return {
    constellations: String(constellations.least),
    upTo: floats ? String(constellations.most) : '',
    hubKm: floats ? String(constellations.priceKm) : '',
    satellitesLeast: String(satellites.least),
    satellitesMost: String(satellites.most),
    childrenLeast: String(children.least),
    childrenMost: String(children.most),
    who: households.length > 0 ? 'some' : 'all',
    households: [...households],
    mustBeIn: [...settings.mustBeIn],
    ...Object.fromEntries(settings.settledHubs.map((household) => [`hub-${household}`, 'settled'])),
    ...Object.fromEntries(
      hubs.flatMap(({ household, may, reason }) => [
        [`hub-${household}`, may ? 'add' : 'strike'],
        [`why-${household}`, reason],
      ]),
    ),
    ...pairs(settings),
    detour: String(settings.detour),
    barriers: barriersInWords(settings.barriers),
    leaveOutYesKm: String(leaveOutKm.yes),
    leaveOutUnsureKm: String(leaveOutKm.unsure),
    siblings: siblings === 'always' ? 'always' : 'price',
    ...(siblings === 'always' ? {} : { siblingsKm: String(siblings.km) }),
    friendshipKm: String(settings.friendshipKm),
    tieKm: String(settings.tieKm),
    mixKm: String(settings.mixKm),
    seed: String(settings.seed),
  }
}

function pairs({ locks, bans }: PlanSettings): Typed {
  const rows = [
    ...locks.map((pair) => ({ ...pair, how: 'with' })),
    ...bans.map((pair) => ({ ...pair, how: 'never' })),
  ]
  return Object.fromEntries(
    rows.flatMap(({ household, hub, how }, at) => [
      [`pairHome-${at + 1}`, household],
      [`pairHow-${at + 1}`, how],
      [`pairHub-${at + 1}`, hub],
    ]),
  )
}
