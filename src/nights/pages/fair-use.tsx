import { sectionOf } from '../../constellations/pages/only.ts'
import { NIGHT_NAMES } from '../../households/kinds.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { type Cell, Table } from '../../platform/web/components/table.tsx'
import { page } from '../../platform/web/visit.ts'
import { addDays } from '../../values/london.ts'
import { count, list, longDay, shortDay } from '../../values/words.ts'
import { type FairUse, fairUse } from '../lists.ts'
import { limitSay, UseBars, UseKey, unmetSay } from './use-bars.tsx'

export const fairUsePage = page('/constellations/:constellation/fair-use', async (visit) => {
  const { constellation } = visit.params
  const use = await visit.look(fairUse, { constellation, weeks: visit.query.weeks })
  return {
    title: `Fair use and rest in ${use.name}`,
    section: sectionOf(await visit.actor()),
    back: { href: `/constellations/${constellation}` },
    body: (
      <>
        <p>
          From {longDay(use.period.from)} to {longDay(addDays(use.period.until, -1))}, {use.weeks} weeks of
          nights that are over.
        </p>
        <Choices use={use} />
        {use.homes.length === 0 ? (
          <p>The numbers of these homes are for those who look after them.</p>
        ) : (
          <>
            <h2>Used, against need</h2>
            <p class="small quiet">
              In child-nights: one child away for one night is one. A night counts where a child is from
              midnight to 5am.
            </p>
            <UseBars use={use} />
            <UseKey />
            <UseTable use={use} />
            <Meaning use={use} />
          </>
        )}
        {use.hub && <HubRest use={use} hub={use.hub} />}
        {use.others > 0 && use.homes.length > 0 && (
          <p class="small quiet">
            {count(use.others, 'other home')} of {use.name} {use.others === 1 ? 'has' : 'have'} numbers of{' '}
            {use.others === 1 ? 'its' : 'their'} own, which are not yours to see.
          </p>
        )}
      </>
    ),
  }
})

const Choices = ({ use: { constellation, weeks } }: { use: FairUse }) => (
  <ul class="night-links no-print">
    {[12, 26, 52].map((choice) => (
      <li>
        {choice === weeks ? (
          <strong aria-current="true">{choice} weeks</strong>
        ) : (
          <a href={`/constellations/${constellation}/fair-use?weeks=${choice}`}>{choice} weeks</a>
        )}
      </li>
    ))}
  </ul>
)

function UseTable({ use: { homes, weeks } }: { use: FairUse }) {
  const number = (text: number): Cell => ({ text, format: 'numeric' })
  return (
    <Table
      scroll
      caption={`Each home in ${weeks} weeks`}
      captionSize="m"
      rowHeaders
      classes="fair-use"
      head={[
        'Home',
        { text: 'Children', format: 'numeric' },
        { text: 'Need', format: 'numeric' },
        { text: 'Planned', format: 'numeric' },
        { text: 'Emergency', format: 'numeric' },
        { text: 'Day hours', format: 'numeric' },
        { text: 'Waiting', format: 'numeric' },
        'Could not be met',
        'Last asked',
      ]}
      rows={homes.map((home): Cell[] => [
        {
          text: (
            <>
              <a href={`/households/${home.household}`}>{home.name}</a>
              {home.part === 'hub' && ', hub'}
              {home.canSettle && (
                <a class="fair-use__change no-print" href={`/households/${home.household}/need`}>
                  Change need<span class="govuk-visually-hidden"> of {home.name}</span>
                </a>
              )}
            </>
          ),
        },
        number(home.children),
        number(home.need),
        number(home.planned),
        number(home.emergency),
        number(home.dayCareHours),
        number(home.waiting),
        { text: unmetSay(home.unmet) },
        { text: <LastAsked home={home} /> },
      ])}
    />
  )
}

function LastAsked({ home: { lastAsked, asked, children } }: { home: FairUse['homes'][number] }) {
  if (lastAsked === null) return children > 0 ? <strong>Never asked</strong> : <>Never</>
  return (
    <>
      {asked > 0 ? shortDay(lastAsked) : longDay(lastAsked)}
      {asked === 0 && children > 0 && (
        <>
          <br />
          <strong>Not in these weeks</strong>
        </>
      )}
    </>
  )
}

/** Where each number comes from. */
function Meaning({ use: { homes, defaultNights } }: { use: FairUse }) {
  const stated = homes.filter((home) => home.stated !== null)
  return (
    <>
      <h3>What the numbers mean</h3>
      <ul>
        <li>
          Children: those who live there today. Need: {defaultNights} child-nights a month for each of them,
          which is this product’s own starting point and no rule, unless the liaison worker states another.
        </li>
        {stated.map((home) => (
          <li>
            {home.name}: {count(home.stated ?? 0, 'child-night')} a month were stated
            {home.statedWhy && `: ${home.statedWhy}`}.
          </li>
        ))}
        <li>
          Planned, emergency and day hours (day care): from the arrivals and returns that were written down,
          whichever home they stayed at. Hours of two children together count twice.
        </li>
        <li>Waiting: requests nobody has answered today, or agreed ones that are on hold.</li>
        <li>
          Could not be met: requests of these weeks that were declined, stopped by a rule, or came too late
          for the bed.
        </li>
      </ul>
    </>
  )
}

type Hub = NonNullable<FairUse['hub']>

function HubRest({ use: { weeks }, hub }: { use: FairUse; hub: Hub }) {
  const { rest } = hub
  const over = rest?.nightsInRow != null && hub.now > rest.nightsInRow
  return (
    <>
      <h2>Rest of the hub, {hub.name}</h2>
      <ul class="figures">
        <Figure number={hub.now} words={`${hub.now === 1 ? 'night' : 'nights'} in a row until last night`} />
        <Figure number={hub.longest} words="nights, the longest run" />
        <Figure number={hub.given} words={`child-nights given in ${weeks} weeks`} />
        {rest && rest.protectedDays.length > 0 && (
          <Figure number={hub.onProtected} words="of its own nights with a child there" />
        )}
      </ul>
      {over && (
        <p>
          <strong>The hub has had children for more nights in a row than was settled.</strong>
        </p>
      )}
      {rest === null ? (
        <p>Nothing is settled for its rest yet.</p>
      ) : (
        <SummaryList
          rows={[
            { key: 'Nights in a row', value: limitSay(rest.nightsInRow, 'night') },
            { key: 'Nights of its own', value: daysSay(rest.protectedDays) },
            {
              key: 'One home in 12 weeks',
              value: limitSay(rest.nightsPerHome, 'child-night'),
            },
          ]}
        />
      )}
      {hub.canSettle && (
        <Button kind="secondary" href={`/households/${hub.household}/rest`}>
          Settle its rest
        </Button>
      )}
    </>
  )
}

const Figure = ({ number, words }: { number: number; words: string }) => (
  <li>
    <span class="figures__number">{number}</span> {words}
  </li>
)

const daysSay = (days: readonly number[]): string =>
  days.length === 0 ? 'None' : list(days.map((day) => NIGHT_NAMES[day - 1] ?? ''))
