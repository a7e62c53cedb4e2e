import { Button } from '../../platform/web/components/button.tsx'
import { clockTime } from '../../values/words.ts'
import { percentInWords } from '../rules/quality.ts'
import type { ShownPlanPage } from '../the-plan.ts'
import { ConstellationsOf } from './constellations.tsx'
import { MapOf } from './map.tsx'
import { metresInWords } from './parts.tsx'

/** A run as it goes: how far it is, the best so far, what no plan can cost less than, and a way to stop it. */
export function Running({ plan, still }: { plan: ShownPlanPage; still: boolean }) {
  const { state, doing, stepsDone, stepsAllowed, startedAt, stopAskedAt } = plan
  return (
    <>
      <section class="plan-run" aria-label="How the run goes">
        <h2>{state === 'waiting' ? 'It waits its turn' : (doing ?? 'It begins')}</h2>
        {state === 'waiting' ? (
          <p>One plan runs at a time. This one begins by itself.</p>
        ) : (
          <>
            <progress
              max={stepsAllowed || 1}
              value={stepsDone ?? 0}
              aria-label="Work done of the work it may do"
            />
            <dl class="plan-run__facts">
              <Fact name="Best so far" value={plan.cost ? metresInWords(plan.cost.total) : 'None yet'} />
              <Fact
                name="None can cost less than"
                value={plan.bound ? metresInWords(plan.bound) : 'Not known yet'}
              />
              <Fact
                name="Of the best possible, within"
                value={
                  plan.quality.withinPercent === null
                    ? 'Not known yet'
                    : percentInWords(plan.quality.withinPercent)
                }
              />
              {startedAt && <Fact name="Since" value={clockTime(startedAt)} />}
            </dl>
          </>
        )}
        {stopAskedAt ? (
          <p>It was asked to stop, and stops at the end of this step.</p>
        ) : (
          plan.can.change && (
            <form method="post" action={`/plans/${plan.plan}/stop`}>
              <Button kind="secondary">{plan.cost ? 'Stop and keep the best so far' : 'Stop'}</Button>
            </form>
          )
        )}
        <p class="small quiet no-print">
          {still ? (
            <>
              This page stands still. <a href={`/plans/${plan.plan}`}>Follow the run</a>
            </>
          ) : (
            <>
              This page comes again every three seconds.{' '}
              <a href={`/plans/${plan.plan}?still`}>Let it stand still</a>
            </>
          )}
        </p>
      </section>
      {plan.found && (
        <>
          <MapOf plan={plan} />
          <ConstellationsOf plan={plan} />
        </>
      )}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
