import { Button } from '../../platform/web/components/button.tsx'
import { Finding } from '../../platform/web/components/finding.tsx'
import { page, type View } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { count, longDay } from '../../values/words.ts'
import { type ShownPlanPage, thePlan } from '../the-plan.ts'
import { ConstellationsOf } from './constellations.tsx'
import { Figures } from './figures.tsx'
import { LeftOut } from './left-out.tsx'
import { MapOf } from './map.tsx'
import { Next } from './next.tsx'
import { moreInWords } from './parts.tsx'
import { QualityWords } from './quality.tsx'
import { Running } from './running.tsx'
import { SettledWords } from './settled-words.tsx'
import { StateTag } from './state-tag.tsx'

export const planPage = page('/plans/:plan', async (visit): Promise<View> => {
  const plan = await visit.look(thePlan, visit.params)
  const going = plan.state === 'waiting' || plan.state === 'running'
  const still = visit.query.still !== undefined
  return {
    title: plan.name,
    section: 'Plans',
    back: { href: '/plans' },
    ...(going && !still ? { refresh: 3 } : {}),
    body: (
      <>
        <p>
          <StateTag state={plan.state} /> {count(plan.homes, 'home')} as on {longDay(plan.on)}. Made{' '}
          {longDay(dayOf(plan.madeAt))}
          {plan.madeBy ? ` by ${plan.madeBy}` : ''}.
        </p>
        <From plan={plan} />
        {going ? <Running plan={plan} still={still} /> : <Ended plan={plan} />}
      </>
    ),
  }
})

function From({ plan: { from, change, plan, cost } }: { plan: ShownPlanPage }) {
  if (!from) return null
  return (
    <p>
      From <a href={`/plans/${from.plan}`}>{from.name}</a>, with one thing changed: {change}.{' '}
      {cost && from.cost && <>It {moreInWords((cost.total - from.cost.total) / 1000)}. </>}
      <a href={`/plans/${plan}/compare?with=${from.plan}`}>Compare the two</a>
    </p>
  )
}

function Ended({ plan }: { plan: ShownPlanPage }) {
  if (plan.state === 'impossible') return <Impossible plan={plan} />
  if (!plan.found) {
    return (
      <>
        <p>
          The run was {plan.ended === 'lost' ? 'broken off' : 'stopped'} before a plan was found. Nothing was
          kept.
        </p>
        {plan.can.change && <Button href={`/plans/new?from=${plan.plan}`}>Plan again</Button>}
      </>
    )
  }
  return (
    <>
      {plan.state === 'draft' && (
        <Finding kind="know" heading="A draft">
          {plan.ended === 'lost'
            ? 'The run broke off before its end. This is the best plan it had found.'
            : 'The run was stopped before its end. This is the best plan it had found.'}
        </Finding>
      )}
      {plan.breaks.length > 0 && (
        <Finding
          kind="stop"
          heading={`It breaks ${count(plan.breaks.length, 'rule')}, so it cannot be frozen`}
        >
          <ul class="finding__list">
            {plan.breaks.map((says) => (
              <li>{says}</li>
            ))}
          </ul>
        </Finding>
      )}
      <QualityWords plan={plan} />
      <Next plan={plan} />
      <MapOf plan={plan} />
      <Figures plan={plan} />
      <SettledWords plan={plan} />
      <ConstellationsOf plan={plan} />
      <LeftOut plan={plan} />
    </>
  )
}

function Impossible({ plan }: { plan: ShownPlanPage }) {
  return (
    <>
      <Finding kind="stop" heading="No plan can keep every rule">
        <ul class="finding__list">
          {plan.clashes.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      </Finding>
      {plan.can.change && (
        <Button href={`/plans/new?from=${plan.plan}`}>Plan again, with something changed</Button>
      )}
    </>
  )
}
