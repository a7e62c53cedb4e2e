import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { form } from '../../platform/web/visit.ts'
import { removePlan } from '../remove-plan.ts'
import { renamePlan } from '../rename-plan.ts'
import { stopPlan } from '../stop-plan.ts'
import { thePlan } from '../the-plan.ts'
import { only, typedOr } from './parts.tsx'

export const stopPage = form('/plans/:plan/stop', stopPlan, {
  input: ({ params }) => params,
  show: async (visit) => {
    only(may.makePlan(await visit.actor()))
    const { plan, name } = await visit.look(thePlan, visit.params)
    return {
      title: `Stop ${name}`,
      section: 'Plans',
      back: { href: `/plans/${plan}` },
      body: (
        <form method="post">
          <p>The best plan that was found until now is kept as a draft.</p>
          <Button kind="stop">Stop and keep the best so far</Button>
        </form>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})

export const renamePage = form('/plans/:plan/rename', renamePlan, {
  input: ({ params }, { name }) => ({ ...params, name }),
  show: async (visit, state) => {
    only(may.makePlan(await visit.actor()))
    const { plan, name } = await visit.look(thePlan, visit.params)
    return {
      title: `Rename ${name}`,
      section: 'Plans',
      back: { href: `/plans/${plan}` },
      body: (
        <form method="post">
          <Input
            name="name"
            label="Name"
            value={typedOr(state, 'name', name)}
            error={errorFor(state, 'name')}
          />
          <Button>Rename</Button>
        </form>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})

export const removePage = form('/plans/:plan/remove', removePlan, {
  input: ({ params }) => params,
  show: async (visit) => {
    only(may.makePlan(await visit.actor()))
    const { plan, name } = await visit.look(thePlan, visit.params)
    return {
      title: `Remove ${name}`,
      section: 'Plans',
      back: { href: `/plans/${plan}` },
      body: (
        <form method="post">
          <p>It is taken out of the list of plans. Its record is kept.</p>
          <Button kind="stop">Remove it</Button>
        </form>
      ),
    }
  },
  done: () => '/plans',
})
