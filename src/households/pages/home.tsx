import { BadInput } from '../../platform/refusals.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { dateValues } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { page, type Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { type HouseholdRecord, householdRecord } from '../household-record.ts'
import { About } from './home-about.tsx'
import { ApprovalAndChecks } from './home-approval.tsx'
import { Beds, Nights } from './home-beds.tsx'
import { Links } from './home-links.tsx'
import { Children, People } from './home-people.tsx'
import { homeOf, section } from './parts.tsx'

/** The record as at the day asked for. A day that cannot be read is said beside its boxes, with today shown. */
async function asked(visit: Visit): Promise<{ home: HouseholdRecord; wrong: string | undefined }> {
  const household = homeOf(visit)
  const asAt = words(visit.query.asAt)
  try {
    return { home: await visit.look(householdRecord, { household, asAt }), wrong: undefined }
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    return { home: await visit.look(householdRecord, { household }), wrong: thrown.issues[0]?.message }
  }
}

export const homePage = page('/households/:household', async (visit) => {
  const { home, wrong } = await asked(visit)
  const today = dayOf(visit.now)
  const then = home.asAt !== today
  const actor = await visit.actor()
  const path = `/households/${home.household}`
  // What is changed is changed today: on another day the page only shows.
  const can = then
    ? { change: false, changeAvailability: false, seeKeptApart: home.can.seeKeptApart }
    : home.can
  const shown = { home: { ...home, can }, path }
  const state = { typed: { asAt: home.asAt, ...visit.query } }
  return {
    title: home.name,
    section: actor.ownHomes.includes(home.household) ? 'My home' : section,
    back: { href: '/households' },
    body: (
      <>
        {then && (
          <InsetText>
            As at {longDay(home.asAt)}, as it is known today. <a href={path}>Show today</a>
          </InsetText>
        )}
        {home.sees === 'near' && (
          <p>
            You see what homes that know each other see. The rest of this home’s record is not yours to see.
          </p>
        )}
        {home.details === null && <p>Nothing was recorded about this home on that day.</p>}
        <About {...shown} />
        <People {...shown} />
        <Nights {...shown} />
        <Beds {...shown} />
        <Children {...shown} />
        <ApprovalAndChecks {...shown} />
        <Links {...shown} />
        <h2>Other days</h2>
        <p>
          <a href={`${path}/history`}>Everything written about this home, and when</a>
        </p>
        <Details summary="Look at another day" open={wrong !== undefined}>
          <form method="get" novalidate>
            <DateInput
              name="asAt"
              legend="Show this home as at"
              values={dateValues(state, 'asAt')}
              error={wrong}
            />
            <Button kind="secondary">Show that day</Button>
          </form>
        </Details>
      </>
    ),
  }
})
