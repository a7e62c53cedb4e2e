import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { form } from '../../platform/web/visit.ts'
import { chooseHub } from '../choose-hub.ts'
import { planHome } from '../plan-home.ts'
import { only } from './parts.tsx'

export const hubPage = form('/plans/:plan/home/:household/hub', chooseHub, {
  input: ({ params }) => params,
  show: async (visit) => {
    only(may.makePlan(await visit.actor()))
    const { plan, household, name, hub } = await visit.look(planHome, visit.params)
    return {
      title: `Make ${name} the hub`,
      section: 'Plans',
      back: { href: `/plans/${plan}/home/${household}` },
      body: (
        <form method="post">
          <p>
            {hub
              ? `${name} takes the place of ${hub.name}, which becomes a satellite.`
              : `${name} is left out now.`}{' '}
            The change is a plan of its own; this one stays as it is.
          </p>
          <Button>Make it the hub</Button>
        </form>
      ),
    }
  },
  done: ({ plan }) => `/plans/${plan}`,
})
