import { addDays, daysBetween, weekday } from '../../values/london.ts'
import { dayAndTime } from '../../values/words.ts'
import type { Weeks } from '../lists.ts'
import { type BarState, monthsOf, NIGHTS, nightsFrom, runsOf } from '../rules/weeks.ts'
import { BAR_WORDS, KIND_WORDS, monthWords } from '../words.ts'

const LABEL = 150
const NIGHT = 15
const TOP = 80
const ROW = 72
const BAR = 34
const WIDTH = LABEL + NIGHTS * NIGHT
/** How wide a letter of a name is, in the picture’s units. */
const LETTER = 9

const x = (night: number) => LABEL + night * NIGHT

/** Twelve weeks of a home: a row for each bed, a night to a column. The table under it says the same. */
export function WeeksPicture({ weeks }: { weeks: Weeks }) {
  const { from, beds, kinds, name, tonight } = weeks
  const height = TOP + beds.length * ROW + 8
  const today = daysBetween(from, tonight)
  return (
    <svg class="weeks" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="weeks-title weeks-desc">
      <title id="weeks-title">{`Twelve weeks of ${name} as a picture`}</title>
      <desc id="weeks-desc">
        A row for each bed and a column for each night; bars are stays. The table below says the same.
      </desc>
      <Patterns />
      {monthsOf(from).map(({ at, end, month }, index) => (
        <>
          <rect
            class={`weeks__month${index % 2 ? ' weeks__month--other' : ''}`}
            x={x(at)}
            y="0"
            width={(end - at) * NIGHT}
            height="34"
          />
          {end - at > 4 && (
            <text class="weeks__month-name" x={x(at) + 8} y="23">
              {end - at > 9 ? monthWords(month) : monthWords(month).slice(0, 3)}
            </text>
          )}
        </>
      ))}
      {nightsFrom(from).map((night, at) => (
        <>
          {weekday(night) === 1 && (
            <>
              <text class="weeks__day" x={x(at) + 2} y="53">
                {Number(night.slice(8))}
              </text>
              <path class="weeks__week" d={`M${x(at)} 40V${height - 8}`} />
            </>
          )}
          {(weekday(night) === 5 || weekday(night) === 6) && (
            <rect class="weeks__weekend" x={x(at)} y={TOP - 12} width={NIGHT} height={height - TOP + 4} />
          )}
        </>
      ))}
      {runsOf(kinds).map(({ kind, first, end }) => (
        <rect
          class={`weeks__${kind}`}
          x={x(first)}
          y={TOP - 12}
          width={(end - first) * NIGHT}
          height={height - TOP + 4}
        >
          <title>{`${KIND_WORDS[kind]}: ${spanWords(from, first, end)}`}</title>
        </rect>
      ))}
      {beds.map(({ room, name: bed }, row) => (
        <>
          <text class="weeks__bed" x="0" y={TOP + row * ROW + 38} {...fitted(bed)}>
            {bed}
          </text>
          <text class="weeks__room" x="0" y={TOP + row * ROW + 56} {...fitted(room)}>
            {room}
          </text>
          <path class="weeks__line" d={`M0 ${TOP + (row + 1) * ROW - 4}H${WIDTH}`} />
        </>
      ))}
      <Bars weeks={weeks} />
      {today >= 0 && today < NIGHTS && (
        <>
          <path class="weeks__now" d={`M${x(today) + NIGHT / 2} 61V${height - 8}`} />
          <text class="weeks__now-word" x={x(today) + NIGHT / 2 + 5} y="73">
            tonight
          </text>
        </>
      )}
    </svg>
  )
}

/** A long name is drawn narrower, so that all of it stands before the first night. */
const fitted = (words: string) =>
  words.length > 16 ? { textLength: LABEL - 10, lengthAdjust: 'spacingAndGlyphs' } : {}

const spanWords = (from: string, first: number, end: number) =>
  `${dayWords(addDays(from, first))}${end - first > 1 ? ` to ${dayWords(addDays(from, end - 1))}` : ''}`

const dayWords = (day: string) => `${Number(day.slice(8))} ${monthWords(day.slice(0, 7)).slice(0, 3)}`

function Bars({ weeks: { bars, beds } }: { weeks: Weeks }) {
  return (
    <>
      {beds.map(({ bed }, row) => {
        const mine = bars.filter((bar) => bar.bed === bed).toSorted((a, b) => a.first - b.first)
        const y = TOP + row * ROW
        return mine.map(({ first, end, state, name, from, to }, index) => {
          const room = ((mine[index + 1]?.first ?? NIGHTS) - first) * NIGHT
          return (
            <g>
              <title>
                {`${name ?? 'A stay'}: ${dayAndTime(from)} to ${dayAndTime(to)}. ${BAR_WORDS[state]}`}
              </title>
              <rect
                class={`weeks__bar weeks__bar--${state}`}
                x={x(first) + 1.5}
                y={y + 24}
                width={(end - first) * NIGHT - 3}
                height={BAR}
                rx="5"
              />
              {name && (
                <text class="weeks__name" x={x(first) + 2} y={y + 17}>
                  {name.length * LETTER <= room ? name : name.slice(0, 1)}
                </text>
              )}
            </g>
          )
        })
      })}
    </>
  )
}

/** Stripes and dots, so that nothing is told by colour alone. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="weeks-asked"
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="weeks__paper" width="8" height="8" />
        <rect class="weeks__stripe" width="3" height="8" />
      </pattern>
      <pattern
        id="weeks-closed"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect class="weeks__closed-paper" width="6" height="6" />
        <rect class="weeks__closed-stripe" width="2" height="6" />
      </pattern>
      <pattern id="weeks-protected" width="7" height="7" patternUnits="userSpaceOnUse">
        <circle class="weeks__dot" cx="3.5" cy="3.5" r="1.6" />
      </pattern>
    </defs>
  )
}

const STATES: BarState[] = ['there', 'agreed', 'asked', 'over']

export function WeeksKey() {
  return (
    <ul class="weeks-key" aria-label="Key to the picture">
      {STATES.map((state) => (
        <li>
          <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true" focusable="false">
            <rect class={`weeks__bar weeks__bar--${state}`} x="2" y="3" width="40" height="18" rx="5" />
          </svg>
          {BAR_WORDS[state]}
        </li>
      ))}
      {(['closed', 'not_open', 'protected'] as const).map((kind) => (
        <li>
          <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true" focusable="false">
            <rect class={`weeks__${kind}`} x="2" y="2" width="40" height="20" />
          </svg>
          {KIND_WORDS[kind]}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true" focusable="false">
          <rect class="weeks__weekend" x="2" y="2" width="40" height="20" />
        </svg>
        Friday and Saturday nights
      </li>
    </ul>
  )
}
