import { Button } from '../../platform/web/components/button.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { inviteHousehold } from '../invite-household.ts'
import { invitationCheck } from '../lists.ts'
import type { Finding, Part } from '../rules.ts'
import { nameOf } from '../sky.tsx'

const partWords: Record<Part, string> = {
  hub: 'Hub home',
  satellite: 'Satellite',
  guest: 'Guest, to get to know the constellation first',
}

export const invitePage = form('/constellations/:constellation/invite/:household', inviteHousehold, {
  input: ({ params }, { part, buddy, varianceReason }) => ({ ...params, part, buddy, varianceReason }),
  show: async (visit, state) => {
    const { name, home, findings, buddies } = await visit.look(invitationCheck, visit.params)
    const { roles } = await visit.actor()
    const tooMany = findings.satellite.some(({ level }) => level === 'yes')
    return {
      title: `Invite ${nameOf(home)} to ${name}`,
      section: 'Constellations',
      back: { href: `/constellations/${visit.params.constellation}/invite` },
      body: (
        <form method="post">
          <Radios
            name="part"
            legend="What part would it play?"
            items={(['hub', 'satellite', 'guest'] as const).map((part) => ({
              value: part,
              text: partWords[part],
              hint: findings[part].length > 0 && <Said findings={findings[part]} />,
              conditional: part === 'guest' && buddies.length > 0 && (
                <Select
                  name="buddy"
                  label="Buddy home"
                  hint="A home that shows them round; you can leave this out"
                  items={[
                    { value: '', text: 'No buddy' },
                    ...buddies.map((buddy) => ({ value: buddy.household, text: nameOf(buddy) })),
                  ]}
                  value={words(state.typed.buddy)}
                  error={errorFor(state, 'buddy')}
                />
              ),
            }))}
            value={words(state.typed.part)}
            error={errorFor(state, 'part')}
          />
          {tooMany && roles.includes('programme_lead') && (
            <Textarea
              name="varianceReason"
              label="Why one more satellite than the model asks for?"
              hint="Kept for the fidelity review"
              rows={3}
              value={words(state.typed.varianceReason)}
              error={errorFor(state, 'varianceReason')}
            />
          )}
          <p>The home answers for itself. Its carers are told at once; nothing changes until they say yes.</p>
          <Button>Send the invitation</Button>
        </form>
      ),
    }
  },
  done: (_result, { params }) => `/constellations/${params.constellation}`,
})

const kinds = { stop: 'Stops this', yes: 'Needs a yes', know: 'Good to know' } as const

function Said({ findings }: { findings: readonly Finding[] }) {
  return (
    <>
      {findings.map(({ level, says }, index) => (
        <>
          {index > 0 && <br />}
          <strong>{kinds[level]}:</strong> {says}
        </>
      ))}
    </>
  )
}
