import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Finding } from '../../platform/web/components/finding.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { planAgain } from '../plan-again.ts'
import { thePlan } from '../the-plan.ts'
import { only } from './parts.tsx'
import { StrikeHub } from './strike-hub.tsx'

export const againPage = form('/plans/:plan/again', planAgain, {
  input: ({ params }, { without, household, may, reason }) => ({
    ...params,
    without,
    household,
    may,
    reason,
  }),
  show: async (visit, state) => {
    only(may.makePlan(await visit.actor()))
    const { plan, name, rules } = await visit.look(thePlan, visit.params)
    const others = state.errors.filter(({ field }) => field !== 'without' && field !== 'reason')
    const struck = words(state.typed.household)
    return {
      title: `${name}, with one thing changed`,
      section: 'Plans',
      back: { href: `/plans/${plan}` },
      body: (
        <>
          {others.length > 0 && (
            <Finding kind="stop" heading="It cannot be planned so">
              <ul class="finding__list">
                {others.map(({ message }) => (
                  <li>{message}</li>
                ))}
              </ul>
            </Finding>
          )}
          {struck && (
            <StrikeHub
              plan={plan}
              household={struck}
              reason={words(state.typed.reason)}
              error={errorFor(state, 'reason')}
            />
          )}
          <form method="post" id="household">
            <Select
              name="without"
              label="Make the same plan without"
              hint="It runs as a plan of its own, to be compared with this one"
              items={rules.map(({ rule, words }) => ({ value: rule, text: words }))}
              value={words(state.typed.without)}
              error={errorFor(state, 'without')}
            />
            <Button>Find what it costs</Button>
          </form>
        </>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})
