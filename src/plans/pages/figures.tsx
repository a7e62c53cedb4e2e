import { Details } from '../../platform/web/components/details.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { count } from '../../values/words.ts'
import { LONG_KM } from '../rules/settings.ts'
import type { ShownPlanPage } from '../the-plan.ts'
import { kmInWords, metresInWords } from './parts.tsx'

/** The figures of a plan: journeys, brothers and sisters, wishes, and what the cost is made of. */
export function Figures({ plan }: { plan: ShownPlanPage }) {
  const { journeys, siblings, constellations, leftOut, unmet, cost } = plan
  const ways = constellations.flatMap(({ satellites }) => satellites.map(({ km }) => km ?? 0))
  const long = ways.filter((km) => km > LONG_KM).length
  return (
    <>
      <h2>What it comes to</h2>
      <SummaryList
        rows={[
          {
            key: 'Journeys to the hub',
            value: `${kmInWords(journeys.median)} in the middle, ${kmInWords(journeys.mean)} on average, ${kmInWords(journeys.longest)} at most`,
          },
          { key: `Longer than ${LONG_KM} km`, value: long === 0 ? 'None' : `${long} of ${ways.length}` },
          {
            key: 'Brothers and sisters who live apart',
            value:
              siblings.groups === 0
                ? 'None'
                : `${siblings.together} of ${count(siblings.groups, 'family', 'families')} in one constellation`,
          },
          { key: 'Wishes unmet', value: unmet === 0 ? 'None' : String(unmet) },
          { key: 'Homes left out', value: leftOut.length === 0 ? 'None' : String(leftOut.length) },
        ]}
      />
      {siblings.threads.length > 0 && (
        <Details summary="Which brothers and sisters" classes="on-paper">
          <ul>
            {siblings.threads.map(({ a, b, together }) => (
              <li>
                {plan.names[a]} and {plan.names[b]}:{' '}
                {together ? 'in one constellation' : 'not in one constellation'}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {cost && (
        <Details summary="Where the numbers come from" classes="on-paper">
          <p>
            Each journey is the way from a home to its hub: {reckoned(plan)}. Wishes and homes left out are
            weighed in kilometres, as they were settled.
          </p>
          <SummaryList
            rows={[
              { key: 'Journeys', value: metresInWords(cost.journeys) },
              ...(cost.hubs > 0 ? [{ key: 'Hubs', value: metresInWords(cost.hubs) }] : []),
              { key: 'Homes left out', value: metresInWords(cost.leftOut) },
              { key: 'Wishes unmet', value: metresInWords(cost.wishes) },
              { key: 'Mix of ages and needs', value: metresInWords(cost.mix) },
              { key: 'Together', value: <strong>{metresInWords(cost.total)}</strong> },
            ]}
          />
          <p class="small quiet">Seed {plan.seed}. The same homes, settings and seed give the same plan.</p>
        </Details>
      )}
    </>
  )
}

function reckoned({ settings }: ShownPlanPage): string {
  if (settings.journeys) return 'measured, from the journeys that were brought in'
  const barriers = settings.barriers.length > 0 ? ' and the way round what was drawn' : ''
  return `the straight line times ${settings.detour}${barriers}`
}
