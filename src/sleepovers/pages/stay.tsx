import type { Child } from 'hono/jsx'
import { may } from '../../access/policy.ts'
import { roleName } from '../../access/roles.ts'
import type { Role } from '../../platform/actor.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Findings } from '../../platform/web/components/finding.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { Tag } from '../../platform/web/components/tag.tsx'
import type { View, Visit } from '../../platform/web/visit.ts'
import { dayOf } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count, dayAndTime, list, longDay } from '../../values/words.ts'
import { sleepover } from '../lists.ts'
import { stillNeeded } from '../rules.ts'
import type { StayShown } from '../store-lists.ts'
import { KIND_WORDS, LEVEL_WORDS, sayStatus, WHY_WORDS } from '../words.ts'
import { roleToSayYes } from '../yeses.ts'
import { Emergency } from './emergency-stay.tsx'
import { shown } from './findings.ts'
import { Handover } from './handover.tsx'

export const section = 'Sleepovers'

const COLOURS = {
  requested: 'yellow',
  accepted: 'green',
  no_show: 'grey',
  arrived: 'blue',
  continued: 'grey',
  converted: 'grey',
  returned: 'grey',
  declined: 'red',
  cancelled: 'grey',
} as const

/** Who goes, in words: names the reader may see, else how many. */
export const whoGoes = (stay: { names: string[]; number: number }): string =>
  stay.names.length > 0 ? list(stay.names) : count(stay.number, 'child', 'children')

const hasBegun = (stay: StayShown) => stay.arrivedAt !== null

/** The facts of the stay, then what waits, then what this person can do next, then the handover list. */
export async function stayView(visit: Visit): Promise<View> {
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  const actor = await visit.actor()
  const subject = { home: stay.home, host: stay.host, children: stay.children.map(({ child }) => child) }
  const findings = stay.weighed.at(-1)?.findings ?? []
  const given = [
    ...stay.yeses.map(({ finding, until }) => ({ finding, expiresOn: until })),
    // What was allowed by voice holds to the end once it is confirmed.
    ...stay.acceptances.map(({ finding, until }) => ({
      finding,
      expiresOn: stay.confirmedAt ? dayOf(stay.to) : until,
    })),
  ]
  const waiting = stay.status === 'requested' ? stillNeeded(findings, given, dayOf(visit.now)) : []
  const path = `/sleepovers/${stay.id}`
  const mayAnswer = stay.status === 'requested' && may.answerSleepover(actor, subject)
  const facts = findings
    .filter(({ level, key }) => level !== 'yes' || waiting.some((one) => one.key === key))
    .map((finding) => {
      const mine =
        finding.level === 'yes' && may.override(actor) && roleToSayYes(actor, finding, subject) !== null
      return shown(
        finding,
        mine
          ? { href: `${path}/yes?finding=${encodeURIComponent(finding.key)}`, link: 'Say yes to this' }
          : {},
      )
    })

  return {
    title: `${whoGoes(stay)} at ${stay.hostName ?? 'another home'}`,
    section,
    back: { href: '/sleepovers' },
    body: (
      <>
        <p>
          <Tag colour={COLOURS[stay.status]}>{sayStatus(stay)}</Tag>
          {waiting.length > 0 && <> It waits for {count(waiting.length, 'yes', 'yeses')}.</>}
        </p>
        {mayAnswer && (
          <div class="buttons">
            <form method="post" action={`${path}/accept`}>
              <Button kind="go">Yes, they can come</Button>
            </form>
            <Button kind="secondary" href={`${path}/decline`}>
              No, not this time
            </Button>
          </div>
        )}
        <Emergency stay={stay} actor={actor} path={path} />
        <Next stay={stay} path={path} can={may.moveChild(actor, subject)} />
        <Findings findings={facts} />
        <Facts stay={stay} />
        <Children stay={stay} path={path} mayRead={may.readCard(actor, subject)} />
        <Handover
          stay={stay}
          path={path}
          mayPack={may.packForStay(actor, subject) && !hasBegun(stay)}
          mayReceive={may.answerSleepover(actor, subject)}
        />
        <Yeses stay={stay} />
        <Decisions stay={stay} />
        {(stay.status === 'requested' || stay.status === 'accepted') &&
          may.cancelSleepover(actor, subject) && (
            <p class="no-print">
              <a href={`${path}/cancel`}>Cancel this sleepover</a>
            </p>
          )}
      </>
    ),
  }
}

function Next({ stay, path, can }: { stay: StayShown; path: string; can: boolean }) {
  if (!can) return null
  if (stay.status === 'accepted') {
    return (
      <Button href={`${path}/arrival`} kind="secondary">
        They have arrived
      </Button>
    )
  }
  if (stay.status === 'requested')
    return (
      <p>
        <a href={`${path}/arrival`}>They are already there</a>
      </p>
    )
  if (stay.status === 'arrived') return <Button href={`${path}/return`}>They are back home</Button>
  return null
}

function Facts({ stay }: { stay: StayShown }) {
  const row = (key: string, value: Child) => (value ? [{ key, value }] : [])
  const nights = nightsOf({ from: stay.from, to: stay.to })
  return (
    <SummaryList
      rows={[
        ...row('What', KIND_WORDS[stay.kind]),
        ...row('From', dayAndTime(stay.from)),
        ...row('Until', dayAndTime(stay.to)),
        ...row('Nights', nights.length > 0 && String(nights.length)),
        ...row('Their home', stay.homeName),
        ...row('Sleeping at', stay.hostName),
        ...row('Why', WHY_WORDS[stay.why]),
        ...row('For the host to know', stay.note),
        ...row('Brothers and sisters not going', stay.splitReason),
        ...row('Asked', stay.requestedBy && `${stay.requestedBy}, ${dayAndTime(stay.requestedAt)}`),
        ...row(
          'Answered',
          stay.answeredBy && stay.answeredAt && `${stay.answeredBy}, ${dayAndTime(stay.answeredAt)}`,
        ),
        ...row('Who said yes at their home', stay.agreedBy),
        ...row('What the host said', stay.answerReason),
        ...row('Why it waits again', stay.heldReason),
        ...row('Why it was cancelled', stay.cancelReason),
        ...row('Arrived', stay.arrivedAt && dayAndTime(stay.arrivedAt)),
        ...row('Back home', stay.returnedAt && dayAndTime(stay.returnedAt)),
        ...row('Ended', stay.endedAt && dayAndTime(stay.endedAt)),
        ...row('Why it ended so', stay.endReason),
      ]}
    />
  )
}

function Children({ stay, path, mayRead }: { stay: StayShown; path: string; mayRead: boolean }) {
  if (stay.children.length === 0) return null
  return (
    <>
      <h2>Who goes</h2>
      <ul class="plain">
        {stay.children.map((child) => (
          <li>
            <h3>{child.name}</h3>
            <p>
              {child.bed && `${child.room}, ${child.bed}. `}
              {child.hasCard && <a href={`/children/${child.child}/card`}>{child.name}’s care card</a>}
              {child.hasCard && child.cardRead && ' (the host has read it)'}
            </p>
            {child.view && (
              <p>
                What {child.name} says: {child.view}
              </p>
            )}
            {mayRead && child.hasCard && !child.cardRead && (
              <form method="post" action={`${path}/card`}>
                <input type="hidden" name="child" value={child.child} />
                <Button kind="secondary">I have read {child.name}’s card</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Yeses({ stay }: { stay: StayShown }) {
  if (stay.yeses.length === 0) return null
  const says = (key: string) =>
    stay.weighed.flatMap(({ findings }) => findings).find((f) => f.key === key)?.says ?? key
  return (
    <Table
      caption="Who said yes"
      scroll
      head={['To what', 'Who', 'Why', 'Holds until']}
      rows={stay.yeses.map((yes) => [
        says(yes.finding),
        `${yes.by}, ${roleName(yes.role as Role)}`,
        yes.reason,
        longDay(yes.until),
      ])}
    />
  )
}

function Decisions({ stay }: { stay: StayShown }) {
  const words = {
    asked: 'When it was asked',
    accepted: 'When it was agreed',
    arrived: 'When they arrived',
    changed: 'When something changed',
  }
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What the rules said, each time</span>
      </summary>
      <div class="govuk-details__text">
        {stay.weighed.map(({ occasion, at, packVersion, findings }) => (
          <>
            <h3>{words[occasion as keyof typeof words]}</h3>
            <p>
              {dayAndTime(new Date(at))}, rules {packVersion}
            </p>
            <ul>
              {findings.map((finding) => (
                <li>
                  {LEVEL_WORDS[finding.level]}: {finding.says}
                </li>
              ))}
              {findings.length === 0 && <li>Nothing stood in the way.</li>}
            </ul>
          </>
        ))}
      </div>
    </details>
  )
}
