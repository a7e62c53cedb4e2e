import { Button } from '../../platform/web/components/button.tsx'
import { type NightState as Look, type Night, NightStrip } from '../../platform/web/components/nights.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { weekday } from '../../values/london.ts'
import { count } from '../../values/words.ts'
import { openNightsSay } from '../history-words.ts'
import { NIGHT_NAMES } from '../kinds.ts'
import { householdAvailability } from '../lists.ts'
import type { NightState } from '../rules.ts'
import { nightsSay } from './home-beds.tsx'
import { homeOf, section, ToDo, toHome } from './parts.tsx'

const LOOK: Record<NightState, Look> = { free: 'free', limited: 'limited', full: 'full', shut: 'full' }

type Listed = { night: string; state: NightState; free: number }

const cell = ({ night, state, free }: Listed): Night => ({
  date: night,
  label: (NIGHT_NAMES[weekday(night) - 1] ?? '').slice(0, 3),
  day: Number(night.slice(8)),
  state: LOOK[state],
  words: state === 'shut' ? 'closed' : state === 'full' ? 'full' : count(free, 'bed'),
})

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The nights month by month, each month with its name. */
function months(nights: readonly Listed[]): { name: string; nights: Listed[] }[] {
  const keys = [...new Set(nights.map(({ night }) => night.slice(0, 7)))]
  return keys.map((month) => ({
    name: monthName.format(new Date(`${month}-01T12:00:00Z`)),
    nights: nights.filter(({ night }) => night.startsWith(month)),
  }))
}

export const availabilityPage = page('/households/:household/availability', async (visit) => {
  const household = homeOf(visit)
  const { name, nights, can, closures, openNights } = await visit.look(householdAvailability, { household })
  const actor = await visit.actor()
  const own = actor.ownHomes.includes(household)
  const path = `/households/${household}`
  return {
    title: own ? 'When your home is open' : `When ${name} is open`,
    section: own ? 'My home' : section,
    back: toHome(household),
    body: (
      <>
        {can.changeAvailability && <Button href={`${path}/close-nights`}>Close some nights</Button>}
        <p>
          {openNightsSay(openNights)}.{' '}
          {can.changeAvailability && <a href={`${path}/weekly-pattern`}>Change the nights of the week</a>}
        </p>
        {closures.length > 0 && (
          <Table
            caption="Nights off"
            captionSize="m"
            scroll
            rowHeaders
            head={['Nights', 'Why', ...(can.changeAvailability ? [ToDo] : [])]}
            rows={closures.map((closure) => [
              nightsSay(closure),
              closure.reason ?? '',
              ...(can.changeAvailability
                ? [
                    <a href={`${path}/closures/${closure.id}/reopen`}>
                      Open again<span class="govuk-visually-hidden"> {nightsSay(closure)}</span>
                    </a>,
                  ]
                : []),
            ])}
          />
        )}
        <h2>The next twelve weeks</h2>
        <p>Each night is named by the evening it starts on. The beds are those that nobody has yet.</p>
        <p>
          <a href={`${path}/weeks`}>See them as a picture, bed by bed</a>
        </p>
        {months(nights).map((month) => (
          <>
            <h3>{month.name}</h3>
            <NightStrip nights={month.nights.map(cell)} label={`Nights of ${month.name}`} />
          </>
        ))}
      </>
    ),
  }
})
