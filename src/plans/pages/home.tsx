import { Button } from '../../platform/web/components/button.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { moveHome } from '../move-home.ts'
import { planHome, type ShownPlanHome } from '../plan-home.ts'
import { thePlan } from '../the-plan.ts'
import { MapOf } from './map.tsx'
import { kmInWords, moreInWords } from './parts.tsx'
import { StrikeHub } from './strike-hub.tsx'
import { WaysOn } from './ways-on.tsx'

export const homePage = form('/plans/:plan/home/:household', moveHome, {
  input: ({ params }, { to }) => ({ ...params, to }),
  show: async (visit, state) => {
    const home = await visit.look(planHome, visit.params)
    const plan = await visit.look(thePlan, { plan: visit.params.plan })
    return {
      title: home.name,
      section: 'Plans',
      back: { href: `/plans/${home.plan}` },
      body: (
        <>
          <p class="lead">{whereItIs(home)}</p>
          {home.leftOutBecause && <p>Why: {home.leftOutBecause}.</p>}
          <SummaryList
            rows={[
              { key: 'Children', value: String(home.children) },
              { key: 'Spare beds', value: String(home.spareBeds) },
              { key: 'Wants Mockingbird', value: WANTS[home.wants ?? ''] ?? 'Not asked' },
            ]}
          />
          {home.part === 'hub' && (
            <>
              <p>To move this home, first choose another home of its constellation as the hub.</p>
              {home.can.change && <StrikeHub plan={home.plan} household={home.household} />}
            </>
          )}
          {home.ways.length > 0 && <WaysOn home={home} />}
          {plan.found && home.aside === null && (
            <>
              <h2>On the map</h2>
              <MapOf plan={plan} marked={home.household} />
            </>
          )}
          {home.can.change && home.ways.length > 0 && <Move home={home} state={state} />}
          {home.can.change && home.part === 'satellite' && (
            <p>
              <a href={`/plans/${home.plan}/home/${home.household}/hub`}>
                Make it the hub of this constellation
              </a>
            </p>
          )}
        </>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})

const WANTS: Record<string, string> = { yes: 'Yes', unsure: 'Not sure', no: 'No' }

function whereItIs({ name, part, hub, km, aside, planName }: ShownPlanHome): string {
  if (aside !== null) return `${name} is not planned: it ${aside}.`
  if (part === 'hub') return `In ${planName} it is a hub.`
  if (!hub) return `In ${planName} it is left out.`
  return `In ${planName} it is with the hub ${hub.name}${km === null ? '' : `, ${kmInWords(km)} away`}.`
}

function Move({ home, state }: { home: ShownPlanHome; state: FormState }) {
  return (
    <form method="post" class="no-print">
      <Radios
        name="to"
        legend="Move it by hand"
        legendSize="m"
        hint="The change is a plan of its own, scored at once; this plan stays as it is"
        value={words(state.typed.to)}
        error={errorFor(state, 'to')}
        items={[...home.ways, ...home.farther].map(({ hub, name, aloneKm, breaks }) => ({
          value: hub ?? 'out',
          text: hub === null ? 'Leave it out' : `To ${name}`,
          hint: [
            moreInWords(aloneKm),
            ...(breaks.length > 0 ? [`breaks ${count(breaks.length, 'rule')}`] : []),
          ].join(', '),
        }))}
      />
      <Button>Move it</Button>
    </form>
  )
}
