import { all, type Typed, words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import type { Day } from '../../values/london.ts'
import { seriesInput } from '../input.ts'
import { problemsWith } from '../rules.ts'

/** What the address says of a series: ids, days, times and codes, no words about anyone. */
export const patternIn = (query: Typed) => ({
  children: all(query.children),
  host: words(query.host),
  first: words(query.first),
  nights: words(query.nights),
  fromTime: words(query.fromTime),
  untilTime: words(query.untilTime),
  everyWeeks: words(query.everyWeeks),
  last: words(query.last),
  why: words(query.why),
})

/** The fields in the order they stand on the page, which the summary of errors follows. */
const ORDER = ['children', 'host', 'first', 'nights', 'fromTime', 'untilTime', 'everyWeeks', 'last', 'why']

/** What is wrong with the answers in the address, each at its field; nothing when they will do. */
export function problemsIn(query: Typed, host: string, now: Date): FormState['errors'] {
  const read = seriesInput.safeParse({ ...patternIn(query), host })
  if (read.success) return problemsWith(read.data, now)
  const found = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
  return found
    .filter(({ field }, index) => found.findIndex((one) => one.field === field) === index)
    .toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
}

const DATE = 'date-'

/** The field that asks what to do with a date. */
export const fieldOf = (date: Day): string => `${DATE}${date}`

/** What was chosen for each date: `ask`, `skip`, `move 2026-11-28`, `elsewhere` and a home's id. */
export const choicesIn = (typed: Typed) =>
  Object.keys(typed)
    .filter((name) => name.startsWith(DATE))
    .map((name) => {
      const [what = '', which = ''] = words(typed[name]).split(' ')
      const date = name.slice(DATE.length)
      return what === 'move'
        ? { date, do: what, to: which }
        : what === 'elsewhere'
          ? { date, do: what, host: which }
          : { date, do: what }
    })
