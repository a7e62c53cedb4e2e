import { BadInput, Refusal } from '../../platform/refusals.ts'
import { Finding } from '../../platform/web/components/finding.tsx'
import { type FormState, page, type Visit } from '../../platform/web/visit.ts'
import { addDays, type Day } from '../../values/london.ts'
import { count, dayAndTime } from '../../values/words.ts'
import { type Tonight, tonight } from '../lists.ts'
import type { Board } from '../rules/board.ts'
import { isLate } from '../rules/tonight.ts'
import { namedDay, whereSay } from '../words.ts'
import { NightForm, NightLinks, nightAddress } from './night-choice.tsx'
import { NightKey, NightPicture, StarShapes } from './tonight-picture.tsx'
import { SkyPicture } from './tonight-sky.tsx'
import { AwayTable, ChildrenTable, EveryChildTable, HomesTable, SummariesTable } from './tonight-tables.tsx'

type Asked = { shown: Tonight; state: FormState }

/** What was asked for, or tonight where that cannot be read, with what is wrong with it. */
async function asked(visit: Visit, brief: boolean): Promise<Asked> {
  const { night, known, knownTime, constellation } = visit.query
  const look = (query: object) => visit.look(tonight, { ...query, brief })
  const state = (errors: FormState['errors']) => ({ typed: visit.query, errors, detail: {} })
  try {
    return { shown: await look({ night, known, knownTime, constellation }), state: state([]) }
  } catch (no) {
    const errors =
      no instanceof BadInput
        ? no.issues
        : no instanceof Refusal
          ? [{ field: no.field ?? 'night', message: no.message }]
          : null
    if (errors === null) throw no
    const where = errors.some(({ field }) => field === 'constellation') ? {} : { constellation }
    return { shown: await look(where), state: state(errors) }
  }
}

export const tonightPage = page('/tonight', async (visit) => {
  const { shown, state } = await asked(visit, true)
  const { night, summaries, of } = shown
  const here = (of && (of.name ?? 'Homes in no constellation')) || null
  const when = shown.night === shown.tonight ? 'Tonight' : `The night of ${namedDay(night)}`
  return {
    title: here ? `${when}: ${here}` : when,
    section: 'Tonight',
    errors: state.errors,
    ...(of ? { back: { href: nightAddress(visit, { constellation: null }) } } : {}),
    body: (
      <>
        <When shown={shown} />
        <NightLinks shown={shown} visit={visit} />
        <Late board={shown} night={night} />
        <Figures shown={shown} />
        <StarShapes />
        {summaries ? (
          <>
            <p>
              <a href={nightAddress(visit, {}, '/tonight/children')}>
                Where each of the {count(shown.counts.children, 'child', 'children')} sleeps
              </a>
            </p>
            <AwayTable board={shown} night={night} />
            <section class="tonight-group tonight-group--wide">
              <h2>Beds left</h2>
              <SkyPicture summaries={summaries} visit={visit} />
              <SummariesTable summaries={summaries} visit={visit} />
            </section>
          </>
        ) : (
          <>
            {shown.groups.map((group) => (
              <section class="tonight-group">
                {!of && <h2>{group.name ?? (shown.groups.length > 1 ? 'Other homes' : 'Homes')}</h2>}
                <NightPicture group={group} night={night} />
              </section>
            ))}
            {shown.groups.length > 0 && <NightKey />}
            <ChildrenTable board={shown} night={night} />
            <HomesTable board={shown} />
          </>
        )}
        <p class="small quiet">
          A night counts where a child is from midnight to 5am. A bed that is asked for and not answered yet
          is not left.
        </p>
        <NightForm state={state} />
      </>
    ),
  }
})

/** Every child by name: for whoever looks for one among hundreds. */
export const everyChildPage = page('/tonight/children', async (visit) => {
  const { shown, state } = await asked(visit, false)
  const { night } = shown
  const when = shown.night === shown.tonight ? 'tonight' : `on the night of ${namedDay(night)}`
  return {
    title: `Where each child sleeps ${when}`,
    section: 'Tonight',
    errors: state.errors,
    back: { href: nightAddress(visit, {}) },
    body: (
      <>
        <When shown={shown} />
        <NightLinks shown={shown} visit={visit} path="/tonight/children" />
        <EveryChildTable board={shown} night={night} />
        <NightForm state={state} />
      </>
    ),
  }
})

const When = ({ shown: { night, known } }: { shown: Tonight }) => (
  <p class="tonight-when">
    {`${namedDay(night)}, into ${namedDay(addDays(night, 1))}.`}
    {known && <strong class="tonight-known"> As it was known on {dayAndTime(known)}.</strong>}
  </p>
)

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
function Figures({ shown: { counts, night, tonight: now } }: { shown: Tonight }) {
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
