import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Card, Cards } from '../../platform/web/components/card.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, page, type View, type Visit } from '../../platform/web/visit.ts'
import { whoGoes } from '../../sleepovers/pages/stay.tsx'
import { sayStatus } from '../../sleepovers/words.ts'
import { dayOf } from '../../values/london.ts'
import { count, dayAndTime, longDay } from '../../values/words.ts'
import { acceptSeries } from '../accept-series.ts'
import { cancelSeries } from '../cancel-series.ts'
import { series } from '../lists.ts'

const section = 'Sleepovers'
const pathOf = (visit: Visit) => `/series/${visit.params.series}`
const withSeries = (visit: Visit, typed: object) => ({ ...typed, series: visit.params.series })

const often = (weeks: number): string =>
  weeks === 1 ? 'Every week' : weeks === 2 ? 'Every second week' : `Every ${weeks} weeks`

/** Each date with how it stands, what it waits for, and its own page; the host's yes to all of them at once. */
async function seriesView(visit: Visit): Promise<View> {
  const found = await visit.look(series, { series: visit.params.series })
  const actor = await visit.actor()
  const { stays } = found
  const ofMine = stays.filter(({ status, host }) => status === 'requested' && actor.ownHomes.includes(host))
  const ready = ofMine.filter(({ waitsFor }) => waitsFor.length === 0)
  const left = stays.filter(({ status }) => status === 'requested' || status === 'accepted')
  const mayCancel = left.some((stay) => may.cancelSleepover(actor, { ...stay, children: [] }))
  const [first] = stays
  return {
    title: first ? `${whoGoes(first)}, ${often(found.everyWeeks).toLowerCase()}` : 'A series of sleepovers',
    section,
    back: { href: '/sleepovers' },
    body: (
      <>
        <p class="lead">
          {count(stays.length, 'date')} from {longDay(found.first)} to {longDay(found.last)}
        </p>
        {ready.length > 0 && (
          <form method="post" action={`${pathOf(visit)}/accept`}>
            <Button kind="go">
              {ready.length === ofMine.length
                ? 'Yes, they can come each time'
                : `Yes to the ${count(ready.length, 'date')} that can go ahead`}
            </Button>
          </form>
        )}
        {ofMine.length > 0 && <p>To say no to one date, or yes to one alone, open it.</p>}
        <Cards label="Dates">
          {stays.map((stay) => (
            <Card
              heading={<a href={`/sleepovers/${stay.id}`}>{dayAndTime(stay.from)}</a>}
              note={`${sayStatus(stay)}${stay.waitsFor.length > 0 ? `. Waits: ${stay.waitsFor.join(' ')}` : ''}`}
            >
              {`At ${stay.hostName ?? 'another home'}, until ${dayAndTime(stay.to)}`}
            </Card>
          ))}
        </Cards>
        {mayCancel && (
          <p class="no-print">
            <a href={`${pathOf(visit)}/cancel`}>Cancel the rest of this series</a>
          </p>
        )}
      </>
    ),
  }
}

async function cancelView(visit: Visit, state: FormState): Promise<View> {
  await visit.look(series, { series: visit.params.series })
  const first = state.errors.length === 0
  return {
    title: 'Cancel the rest of this series',
    section,
    back: { href: pathOf(visit) },
    body: (
      <form method="post" novalidate>
        <DateInput
          name="from"
          legend="From which day?"
          hint="Dates before it stay as they are"
          values={
            first ? dateValues({ typed: { from: dayOf(visit.now) } }, 'from') : dateValues(state, 'from')
          }
          error={errorFor(state, 'from')}
        />
        <Textarea
          name="reason"
          label="Why?"
          hint="Both homes can read this"
          rows={3}
          value={words(state.typed.reason)}
          error={errorFor(state, 'reason')}
        />
        <Button kind="warning">Cancel the rest</Button>
      </form>
    ),
  }
}

export const seriesPages = [
  form('/series/:series/accept', acceptSeries, {
    input: withSeries,
    show: seriesView,
    done: (_result, visit) => pathOf(visit),
  }),
  form('/series/:series/cancel', cancelSeries, {
    input: withSeries,
    show: cancelView,
    done: (_result, visit) => pathOf(visit),
  }),
  page('/series/:series', seriesView),
]
