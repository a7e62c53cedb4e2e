import { Details } from '../../platform/web/components/details.tsx'
import { count } from '../../values/words.ts'
import type { ShownPlanPage } from '../the-plan.ts'

/** Homes that are left out or were not planned, wishes that are unmet, and what to know, each with why. */
export function LeftOut({ plan }: { plan: ShownPlanPage }) {
  const { leftOut, aside, unmet, notices } = plan
  return (
    <>
      {leftOut.length > 0 && (
        <>
          <h2>{count(leftOut.length, 'home')} left out</h2>
          <ul>
            {leftOut.map(({ household, name }) => (
              <li>
                <a href={`/plans/${plan.plan}/home/${household}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {unmet.length > 0 && (
        <>
          <h2>{count(unmet.length, 'wish', 'wishes')} unmet</h2>
          <ul>
            {unmet.map(({ wish, because }) => (
              <li>
                {wish}: {because}.
              </li>
            ))}
          </ul>
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
        <Details summary={`${count(aside.length, 'home')} not planned, and why`}>
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
