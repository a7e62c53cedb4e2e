import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Pagination } from '../../platform/web/components/pagination.tsx'
import { SearchBox } from '../../platform/web/components/search-box.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { words } from '../../platform/web/read-form.ts'
import { page, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { count } from '../../values/words.ts'
import { children } from '../lists.ts'
import { asked, LookAtAnotherDay, OtherDay, section } from './parts.tsx'

/** A page number somebody typed into the address is read as the first page, not as a problem. */
async function found(visit: Visit, asAt: string) {
  const search = words(visit.query.search).slice(0, 100)
  const page = /^[1-9]\d{0,4}$/.test(words(visit.query.page)) ? words(visit.query.page) : '1'
  return { search, ...(await visit.look(children, { search, asAt, page })) }
}

function where(query: { asAt: string; page: number }): string {
  const parts = new URLSearchParams({ page: String(query.page) })
  if (query.asAt) parts.set('asAt', query.asAt)
  return `/children?${parts}`
}

export const listPage = page('/children', async (visit) => {
  const { shown, wrong } = await asked(visit, (asAt) => found(visit, asAt))
  const { search, total, pages, page: number } = shown
  const today = dayOf(visit.now)
  const asAt = shown.asAt === today ? '' : shown.asAt
  const actor = await visit.actor()
  const of = (page: number) => ({ href: where({ asAt, page }) })
  return {
    title: 'Children',
    section,
    body: (
      <>
        <OtherDay asAt={shown.asAt} today={today} path="/children" />
        {may.addChild(actor) && <Button href="/children/add">Add a child</Button>}
        {(total > 10 || search) && (
          <SearchBox label="Find by name or reference" value={search}>
            {asAt && <input type="hidden" name="asAt" value={asAt} />}
          </SearchBox>
        )}
        {total === 0 ? (
          <p>{search ? 'No child fits. Look for fewer letters.' : 'There is no child you may see.'}</p>
        ) : (
          <Table
            caption={total === 1 ? '1 child' : count(total, 'child', 'children')}
            scroll
            rowHeaders
            head={['Name', 'Care card', 'Age', 'Home', 'Legal status', 'Reference']}
            rows={shown.children.map((child) => [
              <a href={`/children/${child.child}${may.readChildRecord(actor, child) ? '' : '/card'}`}>
                {child.name}
              </a>,
              <a href={`/children/${child.child}/card`}>
                Card<span class="govuk-visually-hidden"> of {child.name}</span>
              </a>,
              child.age,
              child.home ?? 'None here',
              child.legalStatus ?? 'Not recorded',
              child.reference,
            ])}
          />
        )}
        {pages > 1 && search && (
          <p>These are the first {shown.children.length}. Look for more of the name.</p>
        )}
        {pages > 1 && !search && (
          <Pagination
            previous={number > 1 ? of(number - 1) : undefined}
            next={number < pages ? of(number + 1) : undefined}
            items={[{ number: `${number} of ${pages}`, ...of(number), current: true }]}
          />
        )}
        <LookAtAnotherDay visit={visit} asAt={shown.asAt} wrong={wrong} legend="Show the children as at" />
      </>
    ),
  }
})
