import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { percentInWords, type Quality } from '../rules/quality.ts'
import type { ShownPlanPage } from '../the-plan.ts'
import { metresInWords } from './parts.tsx'

/** A few words for a table. */
export const shortQuality = ({ best, broken, withinPercent }: Quality): string => {
  if (broken) return 'Breaks a rule'
  if (best) return 'The best there is'
  return withinPercent === null ? '–' : `Within ${percentInWords(withinPercent)}`
}

/** One sentence on how good the plan is; under it, what was checked and what was proved, said apart. */
export function QualityWords({ plan }: { plan: ShownPlanPage }) {
  const { quality, cost, bound, checkedBound, ended } = plan
  if (!cost) return null
  return (
    <InsetText>
      <p class="lead">
        <strong>{sentence(quality)}</strong>
      </p>
      <p class="small quiet">
        This plan costs {metresInWords(cost.total)}, journeys, wishes and homes left out together.{' '}
        {checked(checkedBound, quality.checkedPercent)} {proved(bound, quality)} {HOW[ended ?? 'work']}
      </p>
    </InsetText>
  )
}

function sentence({ best, broken, withinPercent }: Quality): string {
  if (broken) return 'This plan breaks a rule, so it cannot be compared with the best possible.'
  if (best) return 'This is the best possible plan.'
  return withinPercent === null
    ? 'How good this plan is, is not known.'
    : `This plan is within ${percentInWords(withinPercent)} of the best possible.`
}

const checked = (bound: number | null, percent: number | null) =>
  bound === null || bound <= 0
    ? 'Nothing was left that can be checked by sums.'
    : `Checked by sums alone: no plan that keeps the rules can cost less than ${metresInWords(bound)}${percent === null ? '' : percent === 0 ? ', which is what it costs' : ` (within ${percentInWords(percent)})`}.`

const proved = (bound: number | null, { best }: Quality) =>
  bound === null
    ? ''
    : best
      ? 'Proved by the solver: none costs less.'
      : `Proved by the solver: none that keeps them can cost less than ${metresInWords(bound)}.`

const HOW: Record<NonNullable<ShownPlanPage['ended']>, string> = {
  proven: '',
  work: 'The search did all the work it is allowed.',
  clock: 'The search was stopped by the clock: another machine may come further.',
  person: 'The search was stopped by a person before it was done.',
  lost: 'The search broke off before it was done.',
  hand: 'It was changed by hand; what no plan can cost less than is that of the plan it came from.',
}
