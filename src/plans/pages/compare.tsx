import { NotFound } from '../../platform/refusals.ts'
import { Table } from '../../platform/web/components/table.tsx'
import { words } from '../../platform/web/read-form.ts'
import { page } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { planComparison } from '../lists.ts'
import { thePlan } from '../the-plan.ts'
import { MapOf } from './map.tsx'
import { kmInWords, metresInWords } from './parts.tsx'
import { shortQuality } from './quality.tsx'

export const comparePage = page('/plans/:plan/compare', async (visit) => {
  const against = words(visit.query.with)
  if (!/^[0-9a-f-]{36}$/.test(against)) throw new NotFound()
  const { one, other, moves } = await visit.look(planComparison, { ...visit.params, against })
  const sides = [
    await visit.look(thePlan, { plan: one.plan }),
    await visit.look(thePlan, { plan: other.plan }),
  ]
  const row = (what: string, say: (side: typeof one) => string) => [
    { text: what },
    { text: say(one), format: 'numeric' as const },
    { text: say(other), format: 'numeric' as const },
  ]
  const names = [one, other].map(({ plan, name }) => ({
    text: <a href={`/plans/${plan}`}>{name}</a>,
    format: 'numeric' as const,
  }))
  return {
    title: 'Two plans side by side',
    section: 'Plans',
    back: { href: `/plans/${one.plan}` },
    body: (
      <>
        <p class="lead">
          {difference(one.cost?.total ?? null, other.cost?.total ?? null, one.name, other.name)}
        </p>
        <Table
          classes="plan-compare"
          caption="What each comes to"
          captionSize="m"
          rowHeaders
          head={['', ...names]}
          rows={[
            row('Costs', ({ cost }) => (cost ? metresInWords(cost.total) : '–')),
            row('How good', ({ quality }) => shortQuality(quality)),
            row('Rules broken', ({ breaks }) => String(breaks.length)),
            row('Constellations', ({ constellations }) => String(constellations.length)),
            row('Satellites', ({ constellations }) =>
              range(constellations.map(({ satellites }) => satellites.length)),
            ),
            row('Children', ({ constellations }) => range(constellations.map(({ children }) => children))),
            row('Journey in the middle', ({ journeys }) => kmInWords(journeys.median)),
            row('Longest journey', ({ journeys }) => kmInWords(journeys.longest)),
            row('All journeys', ({ journeys }) => kmInWords(journeys.total)),
            row('Families together', ({ siblings }) => `${siblings.together} of ${siblings.groups}`),
            row('Wishes unmet', ({ unmet }) => String(unmet)),
            row('Left out', ({ leftOut }) => String(leftOut.length)),
          ]}
        />
        <div class="plan-two">
          {sides.map((plan, at) => (
            <section>
              <h2>{plan.name}</h2>
              <MapOf plan={plan} id={`map-${at + 1}`} />
            </section>
          ))}
        </div>
        {moves.length === 0 ? (
          <p>Every home is with the same hub in both.</p>
        ) : (
          <Table
            classes="plan-compare"
            caption={`${count(moves.length, 'home')} elsewhere`}
            captionSize="m"
            rowHeaders
            head={['Home', `In ${one.name}`, `In ${other.name}`]}
            rows={moves.map(({ name, one, other }) => [
              { text: name },
              { text: one ?? 'Left out' },
              { text: other ?? 'Left out' },
            ])}
          />
        )}
      </>
    ),
  }
})

function difference(one: number | null, other: number | null, name: string, otherName: string): string {
  if (one === null || other === null) return 'One of the two has no plan yet.'
  if (one === other) return 'Both cost the same.'
  const [cheap, dear] = one < other ? [name, otherName] : [otherName, name]
  return `${cheap} costs ${metresInWords(Math.abs(one - other))} less than ${dear}.`
}

function range(numbers: readonly number[]): string {
  if (numbers.length === 0) return '–'
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return least === most ? String(least) : `${least} to ${most}`
}
