import { Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { homesToInviteList } from '../lists.ts'
import { nameOf, wayInWords } from '../sky.tsx'

const wishes: Record<string, string> = { yes: 'Yes', unsure: 'Not sure', no: 'No' }
const parts = { hub: 'the hub', satellite: 'a satellite', guest: 'a guest' } as const

export const inviteChoosePage = page('/constellations/:constellation/invite', async (visit) => {
  const { constellation } = visit.params
  const { name, hub, homes } = await visit.look(homesToInviteList, { constellation })
  const { seesAll } = await visit.actor()
  return {
    title: `Invite a home to ${name}`,
    section: 'Constellations',
    back: { href: `/constellations/${constellation}` },
    body: (
      <>
        <p>
          {hub
            ? `Distances are from the hub home, ${nameOf(hub)}, as the crow flies.`
            : 'There is no hub home yet: choose it first, so that the other homes can be near it.'}
          {!seesAll && ' You see the homes you work with. A programme lead can invite any home.'}
        </p>
        {homes.length === 0 ? (
          <p>There is no home to invite: each is in a constellation, or has been asked already.</p>
        ) : (
          <Table
            scroll
            caption="Homes to invite, nearest first"
            captionSize="m"
            rowHeaders
            head={[
              'Home',
              'From the hub',
              { text: 'Spare beds', format: 'numeric' },
              'Wants to join',
              'Could be a hub',
              { text: <span class="govuk-visually-hidden">Invite</span> },
            ]}
            rows={homes.map((home) => [
              { text: `${nameOf(home)}${home.here ? `, ${parts[home.here]} here` : ''}` },
              { text: wayInWords(home) },
              { text: String(home.spareBeds), format: 'numeric' },
              { text: wishes[home.wantsMockingbird ?? ''] ?? 'Not asked' },
              { text: home.canBeHub ? 'Yes' : home.canBeHub === false ? 'No' : 'Not known' },
              {
                text: (
                  <a href={`/constellations/${constellation}/invite/${home.household}`}>
                    Invite<span class="govuk-visually-hidden">: {nameOf(home)}</span>
                  </a>
                ),
              },
            ])}
          />
        )}
      </>
    ),
  }
})
