import { may } from '../../access/policy.ts'
import { BadInput } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Pagination } from '../../platform/web/components/pagination.tsx'
import { SearchBox } from '../../platform/web/components/search-box.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { Tag } from '../../platform/web/components/tag.tsx'
import { words } from '../../platform/web/read-form.ts'
import { page, type Visit } from '../../platform/web/visit.ts'
import type { Day } from '../../values/london.ts'
import { count } from '../../values/words.ts'
import { HOME_KINDS } from '../kinds.ts'
import { households } from '../lists.ts'
import { checkState } from '../rules.ts'
import type { HomeListed } from '../store-list.ts'
import { section } from './parts.tsx'

const PARTS = { hub: 'hub home', satellite: 'satellite', guest: 'guest' }

/** A page number somebody typed into the address is read as the first page, not as a problem. */
async function found(visit: Visit) {
  const search = words(visit.query.search).slice(0, 200)
  const kind = words(visit.query.kind)
  try {
    return { search, kind, ...(await visit.look(households, { search, kind, page: visit.query.page })) }
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    return { search, kind: '', ...(await visit.look(households, { search })) }
  }
}

const where = (kind: string, page: number) =>
  `/households?${new URLSearchParams({ ...(kind && { kind }), page: String(page) })}`

function checksSay({ firstCheckRunsOut }: HomeListed, asAt: Day) {
  if (firstCheckRunsOut === null) return ''
  const state = checkState(firstCheckRunsOut, asAt)
  if (state === 'run_out') return <Tag colour="red">Run out</Tag>
  return state === 'due' ? <Tag colour="yellow">Due soon</Tag> : 'In date'
}

export const listPage = page('/households', async (visit) => {
  const { search, kind, asAt, total, pages, ...rest } = await found(visit)
  const actor = await visit.actor()
  const kinds = Object.entries(HOME_KINDS).map(([value, text]) => ({ value, text }))
  return {
    title: actor.kind === 'carer' ? 'Homes you know' : 'Homes',
    section: actor.kind === 'carer' ? 'My home' : section,
    body: (
      <>
        {may.addHome(actor) && <Button href="/households/add">Add a home</Button>}
        {actor.ownHomes.map((household) => (
          <p>
            <a href={`/households/${household}/availability`}>When your home is open for sleepovers</a>
          </p>
        ))}
        {(total > 10 || search || kind) && (
          <SearchBox label="Find by name, reference or postcode" value={search}>
            <Select
              name="kind"
              label="Kind"
              items={[{ value: '', text: 'Every kind' }, ...kinds]}
              value={kind}
            />
          </SearchBox>
        )}
        {total === 0 ? (
          <p>
            {search || kind
              ? 'No home fits. Look for less, or for another kind.'
              : 'No home is recorded yet.'}
          </p>
        ) : (
          <Table
            caption={count(total, 'home')}
            scroll
            rowHeaders
            head={[
              'Home',
              'Reference',
              'Kind',
              'Postcode',
              'Constellation',
              { text: 'Beds', format: 'numeric' },
              'Checks',
            ]}
            rows={rest.households.map((home) => [
              <a href={`/households/${home.household}`}>{home.name}</a>,
              home.reference,
              HOME_KINDS[home.kind],
              home.postcode ?? 'Not known',
              home.constellation && home.part ? `${home.constellation}, ${PARTS[home.part]}` : '',
              { text: home.beds, format: 'numeric' },
              checksSay(home, asAt),
            ])}
          />
        )}
        {pages > 1 && search && (
          <p>These are the first {rest.households.length}. Look for more of the name.</p>
        )}
        {pages > 1 && !search && (
          <Pagination
            previous={rest.page > 1 ? { href: where(kind, rest.page - 1) } : undefined}
            next={rest.page < pages ? { href: where(kind, rest.page + 1) } : undefined}
            items={[{ number: `${rest.page} of ${pages}`, href: where(kind, rest.page), current: true }]}
          />
        )}
      </>
    ),
  }
})
