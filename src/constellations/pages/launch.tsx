import type { Actor } from '../../platform/actor.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { launchConstellation } from '../launch-constellation.ts'
import { launchCheckList } from '../lists.ts'
import type { Finding } from '../rules.ts'

export const launchPage = form('/constellations/:constellation/launch', launchConstellation, {
  input: ({ params }, { on, varianceReason }) => ({ ...params, on, varianceReason }),
  show: async (visit, state) => {
    const { constellation } = visit.params
    const check = await visit.look(launchCheckList, { constellation })
    const findings = (state.detail.findings as Finding[] | undefined) ?? check.findings
    return {
      title: `Launch ${check.name}`,
      section: 'Constellations',
      back: { href: `/constellations/${constellation}` },
      body:
        check.stage === 'forming' ? (
          <>
            <p>
              {count(check.satellites, 'satellite')} so far.
              {findings.length === 0 && ' Everything the model asks for is there.'}
            </p>
            <Findings
              findings={findings.map(({ level, says, source, overriddenBy }) => ({
                kind: level,
                says,
                why: source.endsWith('.') ? source : `${source}.`,
                who:
                  level === 'yes'
                    ? `A ${overriddenBy.map(roleWords).join(' or ')} can say yes, with a reason.`
                    : '',
              }))}
            />
            <Next findings={findings} state={state} actor={await visit.actor()} at={check.constellation} />
          </>
        ) : (
          <p>{check.name} has launched already.</p>
        ),
    }
  },
  done: ({ constellation }) => `/constellations/${constellation}`,
})

const roleWords = (role: string) => role.replaceAll('_', ' ')

type NextProps = { findings: readonly Finding[]; state: FormState; actor: Actor; at: string }

/** The launch where nothing stops it; else the next useful step in place of a button that would fail. */
function Next({ findings, state, actor, at }: NextProps) {
  const has = (code: string) => findings.some((finding) => finding.code === code)
  const unusual = findings.find(({ level }) => level === 'yes')
  const mayAgree = unusual?.overriddenBy.some((role) => actor.roles.includes(role))
  if (has('no-liaison-worker'))
    return <Button href={`/constellations/${at}/liaison`}>Name the liaison worker</Button>
  if (has('no-hub') || (unusual && !mayAgree)) {
    return <Button href={`/constellations/${at}/invite`}>Invite a home</Button>
  }
  return (
    <form method="post">
      <DateInput
        name="on"
        legend="On which day?"
        hint="For example, 27 11 2026"
        values={dateValues(state, 'on')}
        error={errorFor(state, 'on')}
      />
      {unusual && (
        <Textarea
          name="varianceReason"
          label="Why launch all the same?"
          hint="Kept with your name for the fidelity review"
          rows={3}
          value={words(state.typed.varianceReason)}
          error={errorFor(state, 'varianceReason')}
        />
      )}
      <Button kind="go">Launch</Button>
    </form>
  )
}
