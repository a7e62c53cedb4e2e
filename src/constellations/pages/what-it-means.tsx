import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { dayOf } from '../../values/london.ts'
import { count, longDay } from '../../values/words.ts'
import type { Asked } from '../lists.ts'
import type { Part } from '../rules.ts'
import { nameOf, wayInWords } from '../sky.tsx'

const means: Record<Part, string> = {
  hub: 'The hub home is the one the others ring first. It keeps two spare beds for sleepovers, hosts a get-together each month, and is there for the other carers.',
  satellite:
    'A satellite home can ask the hub and the others for a sleepover, comes to the get-togethers, and helps the other homes as it can.',
  guest:
    'A guest comes along to get to know the constellation first. Joining as a satellite is another invitation, later.',
}

const parts: Record<Part, string> = { hub: 'the hub home', satellite: 'a satellite home', guest: 'a guest' }

/** What an invitation asks of a home, in words for the carer who answers it. */
export function WhatItMeans({ asked, whose }: { asked: Asked; whose: string }) {
  return (
    <>
      <p class="lead">
        {asked.own ? 'Your home' : whose} is invited to be {parts[asked.part]} of {asked.constellationName}.
      </p>
      <p>{means[asked.part]}</p>
      <p>
        Each child you care for stays yours to care for. Other homes learn that you are part of it, where you
        live and whether you have a bed free, never who lives with you.
      </p>
      <SummaryList
        rows={[
          { key: 'Hub home', value: asked.hub ? nameOf(asked.hub) : 'None yet' },
          ...(asked.hub ? [{ key: 'How far', value: wayInWords({ way: asked.hub.way }) }] : []),
          { key: 'Homes so far', value: count(asked.satellites, 'satellite') },
          ...(asked.buddyName ? [{ key: 'Your buddy home', value: asked.buddyName }] : []),
          { key: 'Liaison worker', value: asked.liaison?.name ?? 'None yet' },
          {
            key: 'Invited',
            value: `${longDay(dayOf(asked.invitedAt))}${asked.invitedBy ? ` by ${asked.invitedBy}` : ''}`,
          },
        ]}
      />
    </>
  )
}
