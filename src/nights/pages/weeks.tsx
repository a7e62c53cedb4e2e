import { type Cell, Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { addDays, type Day } from '../../values/london.ts'
import { longDay, shortDay } from '../../values/words.ts'
import { hubWeeks, type Weeks } from '../lists.ts'
import { NIGHTS, runsOf, WEEKS } from '../rules/weeks.ts'
import { BAR_WORDS, KIND_WORDS } from '../words.ts'
import { WeeksKey, WeeksPicture } from './weeks-picture.tsx'

export const weeksPage = page('/households/:household/weeks', async (visit) => {
  const household = visit.params.household ?? ''
  const weeks = await visit.look(hubWeeks, { household, from: visit.query.from })
  const own = (await visit.actor()).ownHomes.includes(household)
  return {
    title: `Twelve weeks of ${weeks.name}`,
    section: own ? 'My home' : 'Homes',
    back: { href: `/households/${household}/availability` },
    body: (
      <div class="weeks-page">
        <p>
          From {longDay(weeks.from)} to {longDay(addDays(weeks.from, NIGHTS - 1))}. Each night is named by the
          evening it starts on.
        </p>
        <WeeksLinks weeks={weeks} />
        {weeks.beds.length === 0 ? (
          <p>This home keeps no beds for stays in these weeks.</p>
        ) : (
          <>
            <section
              class="weeks-scroll"
              aria-label={`Twelve weeks of ${weeks.name}, a picture`}
              tabindex={0}
            >
              <WeeksPicture weeks={weeks} />
            </section>
            <WeeksKey />
            <WeeksTable weeks={weeks} />
          </>
        )}
      </div>
    ),
  }
})

function WeeksLinks({ weeks: { household, from, tonight } }: { weeks: Weeks }) {
  const href = (day: Day) => `/households/${household}/weeks?from=${day}`
  const step = NIGHTS / 2
  const today = tonight < from || tonight >= addDays(from, 7)
  return (
    <ul class="night-links no-print">
      <li>
        <a class="night-links__before" href={href(addDays(from, -step))}>
          Six weeks earlier
        </a>
      </li>
      {today && (
        <li>
          <a href={`/households/${household}/weeks`}>From this week</a>
        </li>
      )}
      <li>
        <a class="night-links__after" href={href(addDays(from, step))}>
          Six weeks later
        </a>
      </li>
    </ul>
  )
}

/** The picture in words, a row for each week. */
function WeeksTable({ weeks: { from, beds, bars, kinds } }: { weeks: Weeks }) {
  const runs = runsOf(kinds)
  const numbers = Array.from({ length: WEEKS }, (_, week) => week)
  const within = <T extends { first: number; end: number }>(things: readonly T[], week: number) =>
    things.filter(({ first, end }) => first < (week + 1) * 7 && end > week * 7)
  const takes = (week: number) =>
    kinds.slice(week * 7, week * 7 + 7).some((kind) => kind === 'open' || kind === 'protected')
  const nights = ({ first, end }: { first: number; end: number }) =>
    end - first === 1
      ? shortDay(addDays(from, first))
      : `${shortDay(addDays(from, first))} to ${shortDay(addDays(from, end - 1))}`
  return (
    <Table
      scroll
      caption="The same, week by week"
      captionSize="m"
      rowHeaders
      classes="weeks-table"
      head={['Week from', ...beds.map(({ room, name }) => `${name}, ${room}`), 'Not open']}
      rows={numbers.map((week): Cell[] => [
        { text: shortDay(addDays(from, week * 7)) },
        ...beds.map(({ bed }) => ({
          text: (
            <Lines
              none={takes(week) ? 'Free' : ''}
              lines={within(
                bars.filter((bar) => bar.bed === bed),
                week,
              ).map((bar) => ({
                text: `${bar.name ?? 'A stay'}, ${nights(bar)}: ${BAR_WORDS[bar.state].toLowerCase()}`,
                href: bar.stay && `/sleepovers/${bar.stay}`,
              }))}
            />
          ),
        })),
        {
          text: (
            <Lines
              lines={within(runs, week).map((run) => ({
                text: `${nights(run)}: ${KIND_WORDS[run.kind].toLowerCase()}`,
                href: null,
              }))}
            />
          ),
        },
      ])}
    />
  )
}

type LinesProps = { lines: readonly { text: string; href: string | null }[]; none?: string }

const Lines = ({ lines, none }: LinesProps) => (
  <>
    {lines.length === 0 && <span class="quiet">{none}</span>}
    {lines.map(({ text, href }, index) => (
      <>
        {index > 0 && <br />}
        {href ? <a href={href}>{text}</a> : text}
      </>
    ))}
  </>
)
