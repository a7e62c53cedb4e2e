import { BadInput, Refusal } from '../../platform/refusals.ts'
import { answer } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Finding } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { type FormState, page, type Visit } from '../../platform/web/visit.ts'
import { addDays, type Day } from '../../values/london.ts'
import { count, dayAndTime, shortDay } from '../../values/words.ts'
import { tonight } from '../lists.ts'
import type { Board } from '../rules/board.ts'
import { isLate } from '../rules/tonight.ts'
import { namedDay, whereSay } from '../words.ts'
import { NightPicture, Star } from './tonight-picture.tsx'
import { ChildrenTable, HomesTable } from './tonight-tables.tsx'

type Shown = Awaited<ReturnType<typeof tonight.run>>

/** What was asked for, or tonight where that cannot be read, with what is wrong with it. */
async function asked(visit: Visit): Promise<{ shown: Shown; errors: FormState['errors'] }> {
  const { night, known, knownTime } = visit.query
  try {
    return { shown: await visit.look(tonight, { night, known, knownTime }), errors: [] }
  } catch (no) {
    const errors =
      no instanceof BadInput
        ? no.issues
        : no instanceof Refusal
          ? [{ field: no.field ?? 'night', message: no.message }]
          : null
    if (errors === null) throw no
    return { shown: await visit.look(tonight, {}), errors }
  }
}

export const tonightPage = page('/tonight', async (visit) => {
  const { shown, errors } = await asked(visit)
  const { night } = shown
  const state: FormState = { typed: visit.query, errors, detail: {} }
  return {
    title: shown.night === shown.tonight ? 'Tonight' : `The night of ${namedDay(night)}`,
    section: 'Tonight',
    errors,
    body: (
      <>
        <p class="tonight-when">
          {sayNight(shown)}
          {shown.known && (
            <strong class="tonight-known"> As it was known on {dayAndTime(shown.known)}.</strong>
          )}
        </p>
        <NightLinks shown={shown} visit={visit} />
        <Late board={shown} night={night} />
        <Figures shown={shown} />
        {shown.groups.map((group) => (
          <section class="tonight-group">
            <h2>{group.name ?? (shown.groups.length > 1 ? 'Other homes' : 'Homes')}</h2>
            <NightPicture group={group} night={night} />
          </section>
        ))}
        {shown.groups.length > 0 && <Key />}
        <ChildrenTable board={shown} night={night} />
        <HomesTable board={shown} night={night} />
        <p class="small quiet">
          A night counts where a child is from midnight to 5am. A bed that is asked for and not answered yet
          is not left.
        </p>
        <div class="no-print">
          <Details summary="See another night, or what was known then" open={errors.length > 0}>
            <form method="get" novalidate>
              <DateInput
                name="night"
                legend="Which night?"
                hint="The day the night begins; empty for tonight"
                values={dateValues(state, 'night')}
                error={errorFor(state, 'night')}
              />
              <DateInput
                name="known"
                legend="As it was known on which day?"
                hint="Empty for what is known now"
                values={dateValues(state, 'known')}
                error={errorFor(state, 'known')}
              />
              <Input
                label="At what time?"
                hint="Like 5pm or 17:00; empty for the end of that day"
                width={5}
                {...answer(state, 'knownTime')}
              />
              <Button kind="secondary">Show that night</Button>
            </form>
          </Details>
        </div>
      </>
    ),
  }
})

const sayNight = ({ night }: Shown): string => `${namedDay(night)}, into ${namedDay(addDays(night, 1))}.`

/** The night before and the night after, with the same knowledge. */
function NightLinks({ shown: { night, tonight: now }, visit }: { shown: Shown; visit: Visit }) {
  const href = (day: Day) => {
    const query = new URLSearchParams({ night: day })
    for (const name of ['known', 'knownTime']) {
      const value = visit.query[name]
      if (typeof value === 'string' && value !== '') query.set(name, value)
    }
    return `/tonight?${query}`
  }
  const [before, after] = [addDays(night, -1), addDays(night, 1)]
  return (
    <ul class="night-links no-print">
      <li>
        <a class="night-links__before" href={href(before)}>
          {shortDay(before)}
          <span class="govuk-visually-hidden">, the night before</span>
        </a>
      </li>
      {night !== now && (
        <li>
          <a href="/tonight">Tonight</a>
        </li>
      )}
      <li>
        <a class="night-links__after" href={href(after)}>
          {shortDay(after)}
          <span class="govuk-visually-hidden">, the night after</span>
        </a>
      </li>
    </ul>
  )
}

/** Who is late comes before everything else. */
function Late({ board, night }: { board: Board; night: Day }) {
  const late = board.children.filter(({ state }) => isLate(state))
  if (late.length === 0) return null
  return (
    <div class="findings">
      <Finding kind="stop" headingLevel={2} heading={`${count(late.length, 'child', 'children')} late`}>
        <ul class="finding__list">
          {late.map((child) => (
            <li>
              <strong>
                {child.name} {child.lastName}
              </strong>
              : {lower(whereSay(child, night))}.{' '}
              {child.stay && (
                <a href={`/sleepovers/${child.stay}`}>
                  Open the stay<span class="govuk-visually-hidden"> of {child.name}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      </Finding>
    </div>
  )
}

const lower = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)

/** The night in numbers, each with its words. */
function Figures({ shown: { counts, night, tonight: now } }: { shown: Shown }) {
  const figures: [number, string][] = [
    [counts.out, night < now ? 'slept away from home' : 'staying away from home'],
    [counts.arriving, night === now ? 'still to arrive' : 'expected'],
    [counts.atHome, 'at home'],
    [counts.bedsLeft, counts.bedsLeft === 1 ? 'bed left' : 'beds left'],
    ...(counts.elsewhere > 0 ? [[counts.elsewhere, 'went elsewhere'] as [number, string]] : []),
    ...(counts.shut > 0
      ? [[counts.shut, counts.shut === 1 ? 'home not open' : 'homes not open'] as [number, string]]
      : []),
  ]
  return (
    <ul class="figures" aria-label="The night in numbers">
      {figures.map(([number, words]) => (
        <li>
          <span class="figures__number">{number}</span> {words}
        </li>
      ))}
    </ul>
  )
}

function Key() {
  return (
    <ul class="night-key" aria-label="Key to the pictures">
      <li>
        <Star /> A bed left
      </li>
      <li>
        <span class="night-child night-child--home">Name</span> at home
      </li>
      <li>
        <span class="night-child night-child--staying">Name</span> staying
      </li>
      <li>
        <span class="night-child night-child--arriving">Name</span> expected
      </li>
      <li>
        <span class="night-child night-child--late_home">Name</span> late
      </li>
    </ul>
  )
}
