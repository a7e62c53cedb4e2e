import { Table } from '../../platform/web/components/table.tsx'
import { list } from '../../values/words.ts'
import type { ShownPlanHome } from '../plan-home.ts'
import type { WayOn } from '../rules/ways-on.ts'
import { kmInWords } from './parts.tsx'

/** What else was near, what kept the home out of it, and what having it there would cost: at least and at most. */
export function WaysOn({ home: { name, ways, notChosen } }: { home: ShownPlanHome }) {
  return (
    <>
      <Table
        scroll
        caption="What else was near"
        captionSize="m"
        rowHeaders
        head={['Hub', { text: 'Away', format: 'numeric' }, 'What keeps it out', 'Having it there costs']}
        rows={ways.map((way) => [
          { text: way.name },
          { text: way.km === null ? '–' : kmInWords(way.km), format: 'numeric' },
          { text: way.because.length === 0 ? 'Nothing: it costs more' : sentence(way.because) },
          { text: costs(way) },
        ])}
      />
      <p class="small quiet">
        At least: no plan with {name} there costs less, by sums that anybody can check. At most: a plan that
        was found, with one or two homes moved.
      </p>
      {notChosen.length > 0 && (
        <>
          <h2>Near by, and could be a hub</h2>
          <ul>
            {notChosen.map(({ name, km, because }) => (
              <li>
                {name}
                {km === null ? '' : `, ${kmInWords(km)} away,`} {list(because)}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const sentence = (reasons: readonly string[]) => {
  const says = list(reasons)
  return `${says[0]?.toUpperCase() ?? ''}${says.slice(1)}`
}

function costs({ atLeastKm, atMostKm }: WayOn): string {
  if (atLeastKm === null) return 'There is no such plan'
  const least = `At least ${kmInWords(atLeastKm)}`
  if (atMostKm === null)
    return atLeastKm > 0 ? `${least} more; no plan was found` : 'No plan with it there was found'
  return atMostKm < 0
    ? `${kmInWords(-atMostKm)} less: this plan is not the best`
    : `${least}, at most ${kmInWords(atMostKm)} more`
}
