import type { Child } from 'hono/jsx'
import { BadInput } from '../../platform/refusals.ts'
import { prefilled } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { SearchBox } from '../../platform/web/components/search-box.tsx'
import { dateValues } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState, Visit } from '../../platform/web/visit.ts'
import { type Day, dayOf } from '../../values/london.ts'
import { longDay } from '../../values/words.ts'

export const section = 'Children'

/** The child a page is about, from its address. */
export const childOf = ({ params }: Visit): string => params.child ?? ''

/** The way back to a child's own page. */
export const toChild = (child: string) => ({ href: `/children/${child}` })

/** The form with the day set to today. */
export const fromToday = (visit: Visit, state: FormState): FormState =>
  prefilled(state, { from: dayOf(visit.now) })

/** A form that is sent whole; without script, as with it. */
export const Form = ({
  children,
  save = 'Save',
  upload,
}: {
  children?: Child
  save?: string
  upload?: boolean
}) => (
  <form method="post" enctype={upload ? 'multipart/form-data' : undefined} novalidate>
    {children}
    <Button preventDoubleClick>{save}</Button>
  </form>
)

/** What was looked up as at the day in the address. A day that cannot be read is said, with today shown. */
export async function asked<R>(visit: Visit, look: (asAt: string) => Promise<R>) {
  try {
    return { shown: await look(words(visit.query.asAt)), wrong: undefined }
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown
    return { shown: await look(''), wrong: thrown.issues[0]?.message }
  }
}

/** Says that the page shows another day than today, and the way back. */
export const OtherDay = ({ asAt, today, path }: { asAt: Day; today: Day; path: string }) =>
  asAt === today ? null : (
    <InsetText>
      As at {longDay(asAt)}, as it is known today. <a href={path}>Show today</a>
    </InsetText>
  )

/** Asks for another day. */
export const LookAtAnotherDay = (props: {
  visit: Visit
  asAt: Day
  wrong: string | undefined
  legend: string
}) => (
  <Details summary="Look at another day" open={props.wrong !== undefined} classes="no-print">
    <form method="get" novalidate>
      <DateInput
        name="asAt"
        legend={props.legend}
        values={dateValues({ typed: { asAt: props.asAt, ...props.visit.query } }, 'asAt')}
        error={props.wrong}
      />
      <Button kind="secondary">Show that day</Button>
    </form>
  </Details>
)

/** Finds somebody or something to choose, by words; what is found stands in the form below it. */
export const Find = ({ visit, label, hint }: { visit: Visit; label: string; hint?: string }) => (
  <SearchBox label={label} hint={hint} value={words(visit.query.search)} />
)

type PickProps = {
  name: string
  legend: string
  value: string
  error: string | undefined
  items: { value: string; text: string; hint?: string | undefined }[]
}

/** One of those found. */
export const Pick = ({ items, ...group }: PickProps) =>
  items.length === 0 ? (
    <p id={group.name}>Nothing fits. Look for fewer letters, or another name.</p>
  ) : (
    <Radios {...group} items={items} />
  )
