import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { SkyKey } from '../../platform/web/components/sky-key.tsx'
import { dateValues } from '../../platform/web/form-state.ts'
import { page } from '../../platform/web/visit.ts'
import { longDay } from '../../values/words.ts'
import { Sky } from '../sky.tsx'
import { type Shown, theConstellation } from '../the-constellation.ts'
import { Aside } from './aside.tsx'
import { Attribution } from './attribution.tsx'
import { HomesTable } from './homes-table.tsx'
import { Invitations } from './invitations.tsx'
import { sectionOf } from './only.ts'
import { StageTag } from './stage-tag.tsx'

export const constellationPage = page('/constellations/:constellation', async (visit) => {
  const { constellation } = visit.params
  const shown = await visit.look(theConstellation, { constellation, asAt: visit.query.asAt })
  const today = visit.query.asAt === undefined || visit.query.asAt === ''
  return {
    title: shown.name,
    section: sectionOf(await visit.actor()),
    back: { href: '/constellations' },
    body: (
      <>
        <p>
          <StageTag stage={shown.stage} /> {standing(shown)}
          {!today && ` As at ${longDay(shown.asAt)}.`}
        </p>
        <div class="with-aside">
          <div>
            <Sky shown={shown} />
            <SkyKey />
            {shown.homes.some((home) => home.part !== 'hub' && home.way === null) && (
              <p class="small quiet">
                A home with a dotted edge stands where there is room: how far it is from the hub is not known.
              </p>
            )}
          </div>
          <Aside shown={shown} />
        </div>
        <HomesTable shown={shown} />
        {may.readSleepovers(await visit.actor()) && (
          <a href={`/constellations/${constellation}/fair-use`}>Fair use and rest</a>
        )}
        <Attribution year={shown.asAt.slice(0, 4)} />
        <Invitations shown={shown} />
        <Variances shown={shown} />
        <Details summary="See how it stood on another day" open={!today}>
          <form method="get">
            <DateInput name="asAt" legend="Day" values={dateValues({ typed: visit.query }, 'asAt')} />
            <Button kind="secondary">Show that day</Button>
          </form>
        </Details>
      </>
    ),
  }
})

function standing({ launchedOn, closedOn, closedReason, asAt, liaison }: Shown): string {
  const launch = launchedOn && `${asAt < launchedOn ? 'Launches' : 'Launched'} on ${longDay(launchedOn)}.`
  const close =
    closedOn && `${asAt < closedOn ? 'Closes' : 'Closed'} on ${longDay(closedOn)}: ${closedReason}`
  const worker = liaison && `Liaison worker: ${liaison.name}.`
  return [launch, close, worker].filter(Boolean).join(' ')
}

function Variances({ shown: { variances } }: { shown: Shown }) {
  if (variances.length === 0) return null
  return (
    <>
      <h2>Where it differs from the model</h2>
      <ul>
        {variances.map(({ says, reason, recordedAt }) => (
          <li>
            {says} Agreed on {longDay(recordedAt.toISOString().slice(0, 10))}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}
