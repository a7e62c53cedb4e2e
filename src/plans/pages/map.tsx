import { count } from '../../values/words.ts'
import { PlanMap } from '../plan-map.tsx'
import type { ShownPlanPage } from '../the-plan.ts'

type Props = {
  plan: Pick<
    ShownPlanPage,
    'plan' | 'on' | 'constellations' | 'leftOut' | 'siblings' | 'settings' | 'borders'
  >
  /** The home that the page is about. */
  marked?: string
  /** Another for each map on a page. */
  id?: string
}

/** The plan as a map; each home leads to its own page, which says why it is there. */
export function MapOf({ plan, marked, id = 'plan' }: Props) {
  const { constellations, leftOut, siblings, settings, borders } = plan
  const inside = constellations.flatMap(({ hub, satellites }) => [hub, ...satellites])
  const homes = [...inside, ...leftOut].map(({ household, name, place }) => ({ id: household, name, place }))
  return (
    <PlanMap
      id={id}
      title={`${count(constellations.length, 'constellation')}, ${count(inside.length, 'home')}`}
      homes={homes}
      constellations={constellations.map(({ hub, satellites }) => ({
        hub: hub.household,
        satellites: satellites.map(({ household }) => household),
      }))}
      siblings={siblings.threads.map(({ a, b }): [string, string] => [a, b])}
      borders={borders}
      barriers={settings.barriers}
      href={(home) => `/plans/${plan.plan}/home/${home}`}
      year={plan.on.slice(0, 4)}
      {...(marked ? { marked } : {})}
    />
  )
}
