import { Button } from '../../platform/web/components/button.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { invitation as theInvitation } from '../lists.ts'
import { nameOf } from '../sky.tsx'
import { withdrawInvitation } from '../withdraw-invitation.ts'
import { only } from './only.ts'

export const withdrawPage = form('/invitations/:invitation/withdraw', withdrawInvitation, {
  input: ({ params }, { reason }) => ({ ...params, reason }),
  show: async (visit, state) => {
    const { can, householdName, constellationName, invitation } = await visit.look(
      theInvitation,
      visit.params,
    )
    only(can.withdraw)
    return {
      title: `Take back the invitation of ${nameOf({ name: householdName })}`,
      section: 'Constellations',
      back: { href: `/invitations/${invitation}` },
      body: (
        <form method="post">
          <p>Its carers are told that they need not answer about {constellationName}.</p>
          <Textarea
            name="reason"
            label="Why?"
            hint="Kept with the invitation; the home can read it"
            rows={3}
            value={words(state.typed.reason)}
            error={errorFor(state, 'reason')}
          />
          <Button kind="stop">Take it back</Button>
        </form>
      ),
    }
  },
  done: ({ constellation }) => `/constellations/${constellation}`,
})
