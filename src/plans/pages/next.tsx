import { Button } from '../../platform/web/components/button.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import type { ShownPlanPage } from '../the-plan.ts'
import { metresInWords } from './parts.tsx'

/** What can be done with a plan now: freeze it, compare it, see what a rule costs, change its name or let it go. */
export function Next({ plan }: { plan: ShownPlanPage }) {
  const { state, can, breaks, frozenAt, frozenBy } = plan
  return (
    <div class="plan-next no-print">
      {state === 'frozen' && frozenAt && (
        <p>
          Frozen on {longDay(dayOf(frozenAt))}
          {frozenBy ? ` by ${frozenBy}` : ''}. Its constellations are below; each has its own launch
          checklist.
        </p>
      )}
      {can.change && state !== 'frozen' && breaks.length === 0 && (
        <Button href={`/plans/${plan.plan}/freeze`}>Freeze this plan</Button>
      )}
      <Compare plan={plan} />
      {can.change && (
        <p>
          <a href={`/plans/new?from=${plan.plan}`}>Change what was settled, and plan again</a>
        </p>
      )}
      {can.change && <RuleCosts plan={plan} />}
      {can.change && <Keep plan={plan} />}
    </div>
  )
}

function Compare({ plan: { plan, others, from } }: { plan: ShownPlanPage }) {
  if (others.length === 0) return null
  return (
    <Details summary="Compare with another plan">
      <form method="get" action={`/plans/${plan}/compare`}>
        <Select
          name="with"
          label="Which plan?"
          value={from?.plan}
          items={others.map((one) => ({ value: one.plan, text: `${one.name}: ${metresInWords(one.total)}` }))}
        />
        <Button kind="secondary">Compare</Button>
      </form>
    </Details>
  )
}

function RuleCosts({ plan: { plan, rules } }: { plan: ShownPlanPage }) {
  return (
    <Details summary="What does a rule cost?">
      <form method="post" action={`/plans/${plan}/again`}>
        <Select
          name="without"
          label="Make the same plan without"
          hint="It runs as a plan of its own, to be compared with this one"
          items={rules.map(({ rule, words }) => ({ value: rule, text: words }))}
        />
        <Button kind="secondary">Find what it costs</Button>
      </form>
    </Details>
  )
}

function Keep({ plan: { plan, name, state } }: { plan: ShownPlanPage }) {
  return (
    <Details summary={state === 'frozen' ? 'Rename' : 'Rename or remove'}>
      <form method="post" action={`/plans/${plan}/rename`}>
        <Input name="name" label="Name" value={name} />
        <Button kind="secondary">Rename</Button>
      </form>
      {state !== 'frozen' && (
        <p>
          <a href={`/plans/${plan}/remove`}>Remove this plan from the list</a>
        </p>
      )}
    </Details>
  )
}
