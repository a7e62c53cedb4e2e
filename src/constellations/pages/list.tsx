import { Button } from '../../platform/web/components/button.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { count, longDay } from '../../values/words.ts'
import { constellations, invitations } from '../lists.ts'
import { nameOf } from '../sky.tsx'
import { sectionOf } from './only.ts'
import { StageTag } from './stage-tag.tsx'

export const listPage = page('/constellations', async (visit) => {
  const { asAt, can, constellations: rows } = await visit.look(constellations, { asAt: visit.query.asAt })
  const { invitations: asked } = await visit.look(invitations)
  const { ownHomes } = await visit.actor()
  const mine = asked.filter(({ canAnswer, household }) => canAnswer && ownHomes.includes(household))
  return {
    title: 'Constellations',
    section: sectionOf(await visit.actor()),
    body: (
      <>
        {mine.map(({ invitation, constellationName }) => (
          <InsetText>
            Your home is invited to join {constellationName}.{' '}
            <a href={`/invitations/${invitation}`}>
              Read what it means and answer<span class="govuk-visually-hidden">: {constellationName}</span>
            </a>
          </InsetText>
        ))}
        {can.form && <Button href="/constellations/new">Start a constellation</Button>}
        {rows.length === 0 ? (
          <p>You are not part of a constellation on {longDay(asAt)}.</p>
        ) : (
          <Table
            scroll
            caption={`${count(rows.length, 'constellation')} on ${longDay(asAt)}`}
            captionSize="m"
            rowHeaders
            head={['Name', 'Stage', 'Hub', { text: 'Satellites', format: 'numeric' }, 'Liaison worker']}
            rows={rows.map((row) => [
              { text: <a href={`/constellations/${row.constellation}`}>{row.name}</a> },
              { text: <StageTag stage={row.stage} /> },
              { text: row.hub ? nameOf(row.hub) : 'None yet' },
              { text: withGuests(row), format: 'numeric' },
              { text: row.liaison?.name ?? 'None yet' },
            ])}
          />
        )}
      </>
    ),
  }
})

const withGuests = ({ satellites, guests }: { satellites: number; guests: number }) =>
  guests > 0 ? `${satellites} and ${count(guests, 'guest')}` : String(satellites)
