import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { createConstellation } from '../create-constellation.ts'
import { only } from './only.ts'

export const createPage = form('/constellations/new', createConstellation, {
  input: (_visit, { name }) => ({ name }),
  show: async (visit, state) => {
    only(may.formConstellation(await visit.actor()))
    return {
      title: 'Start a constellation',
      section: 'Constellations',
      back: { href: '/constellations' },
      body: (
        <form method="post">
          <Input
            name="name"
            label="Name"
            hint="What people will call it: often a place, such as “North harbour”"
            value={words(state.typed.name)}
            error={errorFor(state, 'name')}
          />
          <Button>Start</Button>
        </form>
      ),
    }
  },
  done: ({ constellation }) => `/constellations/${constellation}`,
})
