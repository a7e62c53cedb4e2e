import type { Child } from 'hono/jsx'
import { Details } from '../../platform/web/components/details.tsx'
import { count } from '../../values/words.ts'
import type { ShownPlanPage } from '../the-plan.ts'

/** Up to so many reasons stand open on the page. */
const SHORT = 5

/** Homes that are left out or were not planned, wishes that are unmet, and what to know, each with why. */
export function LeftOut({ plan }: { plan: ShownPlanPage }) {
  const { leftOut, aside, notices } = plan
  const { unmet } = plan.reasons
  const why = new Map(plan.reasons.leftOut.map(({ household, because }) => [household, because]))
  return (
    <>
      {leftOut.length > 0 && (
        <>
          <h2>{count(leftOut.length, 'home')} left out</h2>
          <Reasons
            open={leftOut.length <= SHORT}
            what="Why each is left out"
            items={leftOut.map(({ household, name }) => ({
              what: <a href={`/plans/${plan.plan}/home/${household}`}>{name}</a>,
              because: why.get(household) ?? '',
            }))}
          />
        </>
      )}
      {unmet.length > 0 && (
        <>
          <h2>{count(unmet.length, 'wish', 'wishes')} unmet</h2>
          <Reasons
            open={unmet.length <= SHORT}
            what="Why each is unmet"
            items={unmet.map(({ wish, because }) => ({ what: wish, because }))}
          />
        </>
      )}
      {notices.length > 0 && (
        <>
          <h2>Good to know</h2>
          <ul>
            {notices.map((says) => (
              <li>{says}</li>
            ))}
          </ul>
        </>
      )}
      {aside.length > 0 && (
        <Details summary={`${count(aside.length, 'home')} not planned, and why`} classes="on-paper">
          <ul>
            {aside.map(({ name, because }) => (
              <li>
                {name} {because}.
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

type ReasonsProps = { what: string; open: boolean; items: readonly { what: Child; because: string }[] }

/** Each thing with its reason under it; many are folded away. */
function Reasons({ what, open, items }: ReasonsProps) {
  return (
    <Details summary={what} open={open} classes="on-paper">
      <dl class="plan-reasons">
        {items.map((item) => (
          <div>
            <dt>{item.what}</dt>
            <dd>{item.because && `${item.because[0]?.toUpperCase()}${item.because.slice(1)}.`}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}
