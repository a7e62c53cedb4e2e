import { NotFound } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { SearchBox } from '../../platform/web/components/search-box.tsx'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { LINKS, ORDERED_BY } from '../kinds.ts'
import { linkHouseholds } from '../link-households.ts'
import { householdAvailability, households } from '../lists.ts'
import { unlinkHouseholds } from '../unlink-households.ts'
import { answer, DayField, fromToday, homeOf, homeToChange, section, toHome } from './parts.tsx'

const items = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
const done = ({ household }: { household: string }) => toHome(household).href

/** First which home: a list to look through, each a link to the next question. */
async function whichHome(visit: Visit, household: string, name: string): Promise<View> {
  const search = words(visit.query.search).slice(0, 200)
  const { households: found, total } = await visit.look(households, { search })
  const others = found.filter((one) => one.household !== household)
  return {
    title: `Link ${name} with which home?`,
    section,
    back: toHome(household),
    body: (
      <>
        <SearchBox label="Find by name, reference or postcode" value={search} />
        {others.length === 0 && <p>No other home fits. Look for less.</p>}
        <ul>
          {others.map((one) => (
            <li>
              <a href={`/households/${household}/links/add?other=${one.household}`}>{one.name}</a>,{' '}
              {one.reference}
            </li>
          ))}
        </ul>
        {total > found.length && (
          <p>
            These are the first {found.length} of {total}. Look for more of the name.
          </p>
        )}
      </>
    ),
  }
}

async function showLink(visit: Visit, state: FormState): Promise<View> {
  const { name, household } = await homeToChange(visit)
  const other = words(visit.query.other)
  if (!other) return whichHome(visit, household, name)
  const { name: named } = await visit.look(householdAvailability, { household: other })
  const kept = answer(state, 'orderedBy')
  return {
    title: `Link ${name} and ${named}`,
    section,
    back: { href: `/households/${household}/links/add` },
    body: (
      <form method="post" novalidate>
        <Radios
          {...answer(state, 'kind')}
          legend="What are these homes to each other?"
          items={items(LINKS).map((item) =>
            item.value === 'keep_apart'
              ? {
                  ...item,
                  conditional: <Radios {...kept} legend="Who ordered it?" items={items(ORDERED_BY)} />,
                }
              : item,
          )}
        />
        <Input {...answer(state, 'reason')} label="Why, if there is more to say" />
        <DayField state={fromToday(visit, state)} name="from" legend="From which day?" />
        <DayField
          state={state}
          name="until"
          legend="Until, if it ends"
          hint="The first day it no longer holds"
        />
        <Button>Save</Button>
      </form>
    ),
  }
}

export const linkForm = form('/households/:household/links/add', linkHouseholds, {
  input: (visit, typed) => ({ ...typed, household: homeOf(visit), other: words(visit.query.other) }),
  show: showLink,
  done,
})

export const unlinkForm = form('/households/:household/links/:other/end', unlinkHouseholds, {
  input: (visit, typed) => ({
    ...typed,
    kind: words(visit.query.kind),
    household: homeOf(visit),
    other: visit.params.other,
  }),
  show: async (visit, state) => {
    const { links, household, name } = await homeToChange(visit)
    const kind = words(visit.query.kind)
    const link = links.find((one) => one.household === visit.params.other && one.kind === kind)
    if (!link) throw new NotFound()
    return {
      title: `${LINKS[link.kind]}: end this`,
      section,
      back: toHome(household),
      body: (
        <form method="post" novalidate>
          <p>
            {name} and {link.name}
          </p>
          <DayField state={fromToday(visit, state)} name="from" legend="The first day it no longer holds" />
          <Button>End it</Button>
        </form>
      ),
    }
  },
  done,
})
