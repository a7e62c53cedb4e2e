import { count } from '../../values/words.ts'
import type { FairUse } from '../lists.ts'

/** Used against need, a bar for each home: planned nights, emergencies striped, and a line where the need is. */
export function UseBars({ use: { homes } }: { use: FairUse }) {
  const most = Math.max(
    1,
    ...homes.map(({ need, planned, emergency }) => Math.max(need, planned + emergency)),
  )
  const part = (nights: number) => `${Math.round((nights / most) * 960) / 10}%`
  return (
    <div class="use-bars" aria-hidden="true">
      <svg class="use-bars__patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id="use-emergency"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="use-bars__under" width="8" height="8" />
            <rect class="use-bars__stripe" width="4" height="8" />
          </pattern>
        </defs>
      </svg>
      {homes.map(({ name, part: role, need, planned, emergency }) => (
        <div class="use-bars__home">
          <span class="use-bars__name">
            {name}
            {role === 'hub' && ', hub'}
          </span>
          <svg class="use-bars__bar" width="100%" height="30" aria-hidden="true" focusable="false">
            <rect class="use-bars__rail" x="0" y="5" width="100%" height="20" rx="4" />
            <rect class="use-bars__planned" x="0" y="5" width={part(planned)} height="20" rx="4" />
            <rect class="use-bars__emergency" x={part(planned)} y="5" width={part(emergency)} height="20" />
            <rect class="use-bars__need" x={part(need)} y="0" width="4" height="30" />
          </svg>
          <span class="use-bars__words">
            <strong>{planned + emergency}</strong> of {need}
          </span>
        </div>
      ))}
    </div>
  )
}

export const UseKey = () => (
  <ul class="weeks-key" aria-label="Key to the picture">
    <Mark words="Planned">
      <rect class="use-bars__planned" x="2" y="3" width="40" height="18" rx="4" />
    </Mark>
    <Mark words="Emergency">
      <rect class="use-bars__emergency" x="2" y="3" width="40" height="18" />
    </Mark>
    <Mark words="Need">
      <rect class="use-bars__need" x="20" y="1" width="4" height="22" />
    </Mark>
  </ul>
)

const Mark = ({ words, children }: { words: string; children?: unknown }) => (
  <li>
    <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
    {words}
  </li>
)

/** Why requests could not be met, by what stood in the way. */
const UNMET: Record<string, string> = {
  stopped: 'stopped by a rule',
  declined: 'declined',
  taken: 'the bed was taken first',
  no_answer: 'nobody answered',
  nobody: 'no home to ask',
}

/** `2: 1 declined, 1 stopped by a rule`; `0` for none. */
export function unmetSay(unmet: Record<string, number>): string {
  const all = Object.entries(unmet)
  const total = all.reduce((sum, [, number]) => sum + number, 0)
  return total === 0
    ? '0'
    : `${total}: ${all.map(([outcome, number]) => `${number} ${UNMET[outcome] ?? outcome}`).join(', ')}`
}

/** `3 nights`, and `never` where there is no limit. */
export const limitSay = (limit: number | null, one: string): string =>
  limit === null ? 'No limit settled' : `At most ${count(limit, one)}`
