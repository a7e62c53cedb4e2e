import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { type FormState, page, type View, type Visit } from '../../platform/web/visit.ts'
import { childrenToAskFor } from '../lists.ts'
import { whomToRing } from '../whom-to-ring.ts'
import { HAPPENED } from '../words.ts'
import { CardsAtHand, cardsOf } from './cards-at-hand.tsx'
import {
  type EmergencySteps,
  idsIn,
  problemsWithChildren,
  problemsWithHappened,
  stepsIn,
  stepUrl,
  tel,
} from './emergency-steps.ts'

const section = 'Home'

/** Whom to ring, small but first: nobody has to read a form when a voice would do. */
async function RingFirst({ visit }: { visit: Visit }) {
  const { hub, dutyPhone } = await visit.look(whomToRing)
  return (
    <ul class="ring-first">
      <li>
        Danger: <a href="tel:999">999</a>
      </li>
      {hub?.phone && (
        <li>
          {hub.name}: <a href={tel(hub.phone)}>{hub.phone}</a>
        </li>
      )}
      <li>
        Duty line: <a href={tel(dutyPhone)}>{dutyPhone}</a>
      </li>
    </ul>
  )
}

/** The first step: which children. An only child is ticked already. */
export async function whoView(visit: Visit, errors: FormState['errors'] = []): Promise<View> {
  const { children } = stepsIn(visit.query)
  const found = await visit.look(childrenToAskFor, { children: idsIn(children) })
  const ring = await RingFirst({ visit })
  const back = { href: '/' }
  if (found.length === 0) {
    const body = (
      <>
        {ring}
        <p>No child lives with you now. To find a bed for somebody else’s, open the child’s page first.</p>
      </>
    )
    return { title: 'Who needs a bed now?', section, back, errors, body }
  }
  const only = found.length === 1 ? found.map(({ id }) => id) : []
  return {
    title: 'Who needs a bed now?',
    heading: false,
    section,
    back,
    errors,
    body: (
      <>
        {ring}
        <form method="get" action="/sleepovers/emergency/what" novalidate>
          <Checkboxes
            name="children"
            legend="Who needs a bed now?"
            legendSize="l"
            heading
            error={errorFor({ errors }, 'children')}
            values={children.length > 0 ? children : only}
            items={found.map((child) => ({ value: child.id, text: child.name }))}
          />
          <Button>Continue</Button>
        </form>
      </>
    ),
  }
}

/** The second step: what has happened. */
export async function whatView(
  visit: Visit,
  steps: EmergencySteps,
  errors: FormState['errors'] = [],
): Promise<View> {
  const cards = await cardsOf(visit, steps.children)
  return {
    title: 'What has happened?',
    heading: false,
    section,
    back: { href: stepUrl('', steps) },
    errors,
    body: (
      <>
        <form method="get" action="/sleepovers/emergency/homes" novalidate>
          {steps.children.map((child) => (
            <input type="hidden" name="children" value={child} />
          ))}
          <Radios
            name="happened"
            legend="What has happened?"
            legendSize="l"
            heading
            error={errorFor({ errors }, 'happened')}
            value={steps.happened}
            items={Object.entries(HAPPENED).map(([value, text]) => ({ value, text }))}
          />
          <Button>Show homes that can help</Button>
        </form>
        <CardsAtHand cards={cards} now={visit.now} />
      </>
    ),
  }
}

/** The step whose answer is missing or wrong, where one is. */
export async function stepBefore(visit: Visit, steps: EmergencySteps): Promise<View | null> {
  const found = await visit.look(childrenToAskFor, { children: idsIn(steps.children) })
  const about = problemsWithChildren(steps, found)
  if (about.length > 0) return whoView(visit, about)
  const happened = problemsWithHappened(steps)
  return happened.length > 0 ? whatView(visit, steps, happened) : null
}

/** The first two steps of an emergency. Nothing is saved; the address holds what was chosen. */
export const emergencySteps = [
  page('/sleepovers/emergency', (visit) => whoView(visit)),
  page('/sleepovers/emergency/what', async (visit) => {
    const steps = stepsIn(visit.query)
    const found = await visit.look(childrenToAskFor, { children: idsIn(steps.children) })
    const problems = problemsWithChildren(steps, found)
    return problems.length > 0 ? whoView(visit, problems) : whatView(visit, steps)
  }),
]
