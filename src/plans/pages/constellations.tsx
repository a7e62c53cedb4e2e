import { letterOf } from '../../constellations/sky.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { count } from '../../values/words.ts'
import type { ShownPlanPage } from '../the-plan.ts'
import { kmInWords } from './parts.tsx'

/** Each constellation as a table: its hub first, then its homes by the way to it. */
export function ConstellationsOf({ plan }: { plan: ShownPlanPage }) {
  const siblings = new Set(plan.siblings.threads.flatMap(({ a, b, together }) => (together ? [a, b] : [])))
  return (
    <>
      <h2>{count(plan.constellations.length, 'constellation')}</h2>
      <div class="plan-constellations">
        {plan.constellations.map(({ hub, satellites, children, constellation }, at) => (
          <Table
            caption={`${letterOf(at)}. Around ${hub.name}: ${count(satellites.length, 'satellite')}, ${count(children, 'child', 'children')}`}
            captionSize="s"
            rowHeaders
            head={['Home', { text: 'Away', format: 'numeric' }, { text: 'Children', format: 'numeric' }]}
            rows={[
              ...[hub, ...satellites].map((home) => [
                {
                  text: (
                    <>
                      <a href={`/plans/${plan.plan}/home/${home.household}`}>{home.name}</a>
                      {home === hub && ' (hub)'}
                      {siblings.has(home.household) && (
                        <span class="small quiet">, brothers and sisters together</span>
                      )}
                    </>
                  ),
                },
                {
                  text: home === hub ? '–' : home.km === null ? 'No way' : kmInWords(home.km),
                  format: 'numeric' as const,
                },
                { text: String(home.children), format: 'numeric' as const },
              ]),
              ...(constellation
                ? [
                    [
                      {
                        text: (
                          <>
                            <a href={`/constellations/${constellation}`}>Open the constellation</a>,{' '}
                            <a href={`/constellations/${constellation}/launch`}>its launch checklist</a>
                          </>
                        ),
                        colspan: 3,
                      },
                    ],
                  ]
                : []),
            ]}
          />
        ))}
      </div>
    </>
  )
}
