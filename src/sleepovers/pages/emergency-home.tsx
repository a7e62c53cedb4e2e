import { roleName } from '../../access/roles.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Card } from '../../platform/web/components/card.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'
import { timeOf } from '../../values/london.ts'
import { count } from '../../values/words.ts'
import type { EmergencyHome } from '../emergency-homes.ts'
import { VOICES } from '../rules/spoken.ts'
import { HAPPENED, type Happened } from '../words.ts'
import { tel } from './emergency-steps.ts'
import { shown } from './findings.ts'

type Props = { home: EmergencyHome; happened: string; now: Date; state: FormState }

/** One home that can take them: why it stands where it does, what it would need, and the one button. */
export function OfferedHome({ home, happened, now, state }: Props) {
  const needed = home.findings.filter(({ level }) => level === 'yes')
  const know = home.findings.filter(({ level }) => level === 'know')
  return (
    <Card heading={home.name}>
      <ul class="reasons">
        {home.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
        <li>
          {count(home.beds, 'bed')} free
          {home.phone && (
            <>
              . Phone <a href={tel(home.phone)}>{home.phone}</a>
            </>
          )}
        </li>
      </ul>
      <Findings findings={needed.map((finding) => shown(finding, { why: undefined }))} headingLevel={4} />
      <form method="post" novalidate>
        <input type="hidden" name="host" value={home.household} />
        {home.byVoice.length > 0 && (
          <ByVoice home={home} happened={happened} now={now} state={stateOf(state, home)} />
        )}
        <Button kind="go">Hold a bed at {home.name}</Button>
      </form>
      {know.length > 0 && (
        <Details summary={`Good to know about ${home.name}: ${know.length}`}>
          <ul>
            {know.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}

/** What was typed and is wrong belongs to the home whose form was sent. */
const stateOf = (state: FormState, { household }: EmergencyHome): FormState & { sent: boolean } =>
  words(state.typed.host) === household
    ? { ...state, sent: true }
    : { typed: {}, errors: [], detail: {}, sent: false }

type ByVoiceProps = Omit<Props, 'state'> & { state: FormState & { sent: boolean } }

/** What somebody with authority said on the phone, so that it holds until the next working day. */
function ByVoice({ home, happened, now, state }: ByVoiceProps) {
  const field = (name: string) => ({
    name,
    // Several homes ask the same on one page; the form that was sent keeps the names, for the summary's links.
    id: state.sent ? name : `${name}-${home.household}`,
    error: errorFor(state, name),
  })
  const asked = home.findings.filter(({ key }) => home.byVoice.includes(key))
  const roles = VOICES.filter((role) => asked.some(({ overriddenBy }) => overriddenBy.includes(role)))
  const typed = (name: string, otherwise = '') => (state.sent ? words(state.typed[name]) : otherwise)
  return (
    <Details summary="Somebody says yes on the phone" open={state.errors.length > 0}>
      <p>
        Ring them first. What they allow holds until the next working day, when it is confirmed or ended. Left
        empty, the bed is held and they are asked.
      </p>
      <Textarea
        {...field('reason')}
        label="Why must it be now?"
        rows={2}
        value={typed('reason', HAPPENED[happened as Happened])}
      />
      <Input {...field('authorisedBy')} label="Who says yes?" value={typed('authorisedBy')} />
      <Radios
        {...field('authorisedRole')}
        legend="What are they?"
        small
        value={typed('authorisedRole')}
        items={roles.map((role) => ({ value: role, text: capital(roleName(role)) }))}
      />
      <Input
        {...field('authorisedAt')}
        label="When did they say so?"
        width={5}
        value={typed('authorisedAt', timeOf(now))}
      />
      <Textarea
        {...field('supervisionPlan')}
        label="How is everybody kept safe until then?"
        rows={2}
        value={typed('supervisionPlan')}
      />
    </Details>
  )
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
