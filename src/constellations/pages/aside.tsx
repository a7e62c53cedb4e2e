import { Button } from '../../platform/web/components/button.tsx'
import { Card, Cards } from '../../platform/web/components/card.tsx'
import { Finding as FindingBox } from '../../platform/web/components/finding.tsx'
import { count } from '../../values/words.ts'
import type { Finding } from '../rules.ts'
import type { Shown } from '../the-constellation.ts'

/** Beside the picture: tonight, what to look at, what the reader can do. */
export function Aside({ shown }: { shown: Shown }) {
  const waiting = shown.invitations.filter(({ answer, withdrawnAt }) => !answer && !withdrawnAt).length
  return (
    <aside>
      <h2>Tonight</h2>
      <Tonight shown={shown} />
      {(shown.findings.length > 0 || waiting > 0) && (
        <>
          <h2>Look at</h2>
          <div class="findings">
            {shown.findings.map((finding) => (
              <FindingBox kind={finding.level} headingLevel={3} heading={headingOf(finding, shown)}>
                {finding.says}
              </FindingBox>
            ))}
            {waiting > 0 && (
              <FindingBox kind="know" headingLevel={3} heading="Waiting for an answer">
                {`${count(waiting, 'home')} ${waiting === 1 ? 'has' : 'have'} not answered yet.`}
              </FindingBox>
            )}
          </div>
        </>
      )}
      {shown.can.ask && (
        <p class="no-print">
          <a href="/sleepovers/ask">Ask for a sleepover</a>
        </p>
      )}
      {shown.can.run && shown.stage !== 'closed' && <ToDo shown={shown} />}
    </aside>
  )
}

function Tonight({ shown }: { shown: Shown }) {
  const hub = shown.homes.find(({ part }) => part === 'hub')
  return (
    <Cards>
      <Card heading={hubTonight(hub)} />
      <Card
        heading={
          shown.freeTonight === 0
            ? 'No other home has a bed'
            : `${count(shown.freeTonight, 'other home')} ${shown.freeTonight === 1 ? 'has' : 'have'} a bed`
        }
      />
    </Cards>
  )
}

function hubTonight(hub: Shown['homes'][number] | undefined): string {
  if (!hub) return 'There is no hub home yet'
  if (hub.tonight !== 'free') return 'No bed free at the hub'
  return hub.beds ? `${count(hub.beds.free, 'bed')} free at the hub` : 'A bed is free at the hub'
}

function headingOf({ level, rule }: Finding, { stage }: Shown): string {
  if (level === 'yes') return 'Needs a yes'
  if (level === 'stop') return stage === 'forming' ? 'Before it can launch' : 'Put this right'
  return rule === '2' ? 'Fewer homes than the model' : 'Good to know'
}

function ToDo({ shown: { constellation, stage, can, liaison } }: { shown: Shown }) {
  const at = `/constellations/${constellation}`
  return (
    <div class="no-print">
      <h2>What you can do</h2>
      {stage === 'forming' && (
        <Button href={`${at}/launch`} kind="go">
          Check and launch
        </Button>
      )}
      <ul>
        <li>
          <a href={`${at}/invite`}>Invite a home</a>
        </li>
        {can.form && (
          <>
            <li>
              <a href={`${at}/liaison`}>
                {liaison ? 'Change the liaison worker' : 'Name the liaison worker'}
              </a>
            </li>
            <li>
              <a href={`${at}/close`}>Close this constellation</a>
            </li>
          </>
        )}
      </ul>
    </div>
  )
}
