import { Button } from '../../platform/web/components/button.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Tag } from '../../platform/web/components/tag.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { all, type Typed, words } from '../../platform/web/read-form.ts'
import { type FormState, form, type View, type Visit } from '../../platform/web/visit.ts'
import { siblingsAtHome, whereToStay } from '../../sleepovers/lists.ts'
import { Views, viewsIn } from '../../sleepovers/pages/views.tsx'
import { addDays, type Day } from '../../values/london.ts'
import { count, dayAndTime, list, shortDay } from '../../values/words.ts'
import { askForSeries } from '../ask-for-series.ts'
import { type DateChecked, seriesCheck } from '../lists.ts'
import { askView } from './ask.tsx'
import { choicesIn, fieldOf, patternIn, problemsIn } from './steps.ts'

const inputOf = ({ query }: Visit, typed: Typed) => ({
  ...patternIn(query),
  host: words(query.host) || words(typed.host),
  splitReason: words(typed.splitReason),
  note: words(typed.note),
  views: viewsIn(typed),
  dates: choicesIn(typed),
})

type Clash = { date: Day; says: string[] }
type RowProps = { one: DateChecked; clash: Clash | undefined; nights: number; typed: Typed; host: string }

/** How a date stands, and why. */
function Standing({ stops, yeses }: { stops: string[]; yeses: string[] }) {
  const [colour, word] =
    stops.length > 0
      ? (['red', 'Clashes'] as const)
      : yeses.length > 0
        ? (['yellow', `Needs ${count(yeses.length, 'yes', 'yeses')}`] as const)
        : (['green', 'Fits'] as const)
  return (
    <>
      <Tag colour={colour}>{word}</Tag> {[...stops, ...yeses].join(' ')}
    </>
  )
}

/** One date: how it stands, then what to do with it. */
function DateRow({ one, clash, nights, typed, host }: RowProps) {
  const stops = [...new Set([...one.stops, ...(clash?.says ?? [])])]
  const free = stops.length === 0
  const field = fieldOf(one.date)
  const items = [
    ...(one.fits ? [{ value: 'ask', text: `Ask ${host}` }] : []),
    ...one.moves.map((to) => ({
      value: `move ${to}`,
      text: `Move to ${shortDay(to)}, until ${shortDay(addDays(to, nights))}`,
    })),
    ...one.elsewhere.map((other) => ({
      value: `elsewhere ${other.host}`,
      text: `Ask ${other.hostName}`,
      hint: other.knowsThem ? 'They have stayed there before' : undefined,
    })),
    { value: 'skip', text: 'Skip this date' },
  ]
  return (
    <li class="card" id={`row-${one.date}`}>
      <Radios
        name={field}
        small
        legend={`${dayAndTime(one.from)} to ${dayAndTime(one.to)}`}
        legendSize="s"
        hint={<Standing stops={stops} yeses={one.yeses} />}
        value={words(typed[field]) || (free ? 'ask' : '')}
        items={items}
      />
    </li>
  )
}

async function checkView(visit: Visit, state: FormState): Promise<View> {
  const { query } = visit
  const children = all(query.children)
  if (children.length === 0) return askView(visit, [{ field: 'children', message: 'Choose which children' }])
  const host = words(query.host) || (await visit.look(whereToStay, { children })).hub
  if (!host) {
    return askView(visit, [
      { field: 'children', message: 'Their home is in no constellation with a hub to ask' },
    ])
  }
  const problems = problemsIn(query, host, visit.now)
  if (problems.length > 0) return askView(visit, problems)
  const input = { ...inputOf(visit, state.typed), host }
  const check = await visit.look(seriesCheck, input)
  const left = await visit.look(siblingsAtHome, { children })
  const clashes = (state.detail.clashes ?? []) as Clash[]
  const clashOn = (date: Day) => clashes.find((one) => one.date === date)
  const stopped = check.dates.filter(({ date, fits }) => !fits || clashOn(date))
  const title = 'Check every date'
  return {
    title,
    section: 'Sleepovers',
    back: { href: `/series/ask?${addressOf(query, host)}` },
    body: (
      <form method="post" novalidate>
        <p class="lead">
          {list(check.children.map(({ name }) => name))} at {check.host.name},{' '}
          {count(check.dates.length, 'date')}.{' '}
          {stopped.length === 0
            ? 'Nothing clashes.'
            : `${count(stopped.length, 'date clashes', 'dates clash')}: choose what to do with ${stopped.length === 1 ? 'it' : 'each'}.`}
        </p>
        <input type="hidden" name="host" value={host} />
        <ul class="cards" id="dates" aria-label="Dates">
          {check.dates.map((one) => (
            <DateRow
              one={one}
              clash={clashOn(one.date)}
              nights={Number(input.nights)}
              typed={state.typed}
              host={check.host.name}
            />
          ))}
        </ul>
        {left.length > 0 && (
          <Textarea
            name="splitReason"
            label={`Why is ${list(left.map(({ name }) => name))} not going too?`}
            hint="Brothers and sisters stay together unless there is a reason"
            rows={2}
            value={words(state.typed.splitReason)}
            error={errorFor(state, 'splitReason')}
          />
        )}
        <Views of={check.children} state={state} />
        <Textarea
          name="note"
          label="Anything else the host should know? (optional)"
          rows={2}
          value={words(state.typed.note)}
          error={errorFor(state, 'note')}
        />
        <Button kind="go">Ask for these dates</Button>
      </form>
    ),
  }
}

/** The address of the step before, with everything that was answered. */
function addressOf(query: Typed, host: string): string {
  const { children, ...rest } = { ...patternIn(query), host }
  const address = new URLSearchParams()
  for (const child of children) address.append('children', child)
  for (const [name, value] of Object.entries(rest)) if (value) address.set(name, value)
  return String(address)
}

/** Every date of the series with what stands against it and what would do instead, and the button that sends it. */
export const checkPage = form('/series/check', askForSeries, {
  input: inputOf,
  show: checkView,
  done: ({ series }) => `/series/${series}`,
})
