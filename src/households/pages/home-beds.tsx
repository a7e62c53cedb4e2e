import { Table } from '../../platform/web/components/table.tsx'
import { addDays } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'
import { openNightsSay } from '../history-words.ts'
import type { Shown } from './home-about.tsx'
import { ToDo } from './parts.tsx'

/** `24 to 26 December 2026`, `30 December 2026 to 2 January 2027`: the nights off, first and last. */
export const nightsSay = ({ from, until }: { from: string; until: string | null }): string => {
  const last = until && addDays(until, -1)
  if (last === null) return `From ${longDay(from)}, with no end`
  if (last === from) return longDay(from)
  const sameMonth = from.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? Number(from.slice(8)) : longDay(from)} to ${longDay(last)}`
}

/** When the home is open for sleepovers. */
export function Nights({ home, path }: Shown) {
  const { closures, openNights, can } = home
  return (
    <>
      <h2>Nights</h2>
      <p>
        {openNightsSay(openNights)}. <a href={`${path}/availability`}>Night by night</a>
        {can.changeAvailability && (
          <>
            {' · '}
            <a href={`${path}/weekly-pattern`}>Change the nights of the week</a>
          </>
        )}
      </p>
      {closures.length > 0 && (
        <Table
          caption="Nights off"
          captionSize="s"
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
      {can.changeAvailability && (
        <p>
          <a href={`${path}/close-nights`}>Close some nights</a>
        </p>
      )}
    </>
  )
}

/** The beds kept for stays, bedroom by bedroom. */
export function Beds({ home, path }: Shown) {
  const { beds, can, asAt } = home
  const days = ({ from, until }: { from: string; until: string | null }) =>
    [from > asAt ? `from ${longDay(from)}` : '', until ? `until ${longDay(until)}` : '']
      .filter(Boolean)
      .join(', ')
  return (
    <>
      <h2>Beds for stays</h2>
      {beds.length === 0 ? (
        <p>No bed is recorded.</p>
      ) : (
        <Table
          caption="Beds by bedroom"
          captionSize="s"
          scroll
          rowHeaders
          head={['Bed', 'Bedroom', 'When', ...(can.change ? [ToDo] : [])]}
          rows={beds.map((bed) => [
            bed.name,
            bed.room,
            days(bed) || 'Now',
            ...(can.change
              ? [
                  <a href={`${path}/beds/${bed.id}/end`}>
                    End
                    <span class="govuk-visually-hidden">
                      {' '}
                      {bed.name}, {bed.room}
                    </span>
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      {can.change && (
        <p>
          <a href={`${path}/beds/add`}>Add a bed</a>
        </p>
      )}
    </>
  )
}
