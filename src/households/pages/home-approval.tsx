import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { Table } from '../../platform/web/components/table.tsx'
import { Tag, type TagColour } from '../../platform/web/components/tag.tsx'
import { count, longDay } from '../../values/words.ts'
import { CHECKS, SEXES } from '../kinds.ts'
import type { CheckState, HubFact } from '../rules.ts'
import type { Approval } from '../store-record.ts'
import type { Shown } from './home-about.tsx'
import { ToDo, Unseen } from './parts.tsx'

const STATES: Record<CheckState, { colour: TagColour; words: string }> = {
  in_date: { colour: 'green', words: 'In date' },
  due: { colour: 'yellow', words: 'Due soon' },
  run_out: { colour: 'red', words: 'Run out' },
  missing: { colour: 'grey', words: 'Not recorded' },
}

const HUB: Record<HubFact['fact'], string> = {
  beds: 'Enough spare beds for a hub',
  adult_home: 'An adult at home full time',
  approved: 'Approved',
  checks: 'Checks, review and allergy training in date',
}

function termsSay({ places, ageMin, ageMax, sex, from, lastDay }: Approval) {
  const until = lastDay ? `until ${longDay(lastDay)}` : 'with no end'
  return `${count(places, 'child', 'children')} at most, ages ${ageMin} to ${ageMax}, ${SEXES[sex].toLowerCase()}. From ${longDay(from)}, ${until}.`
}

/** What the home is approved for, and whether its checks are in date. */
export function ApprovalAndChecks({ home, path }: Shown) {
  const { approval, checks, nextReview, can } = home
  return (
    <>
      <h2>Approval and checks</h2>
      <SummaryList
        rows={[
          {
            key: 'Approved for',
            value: checks === null ? <Unseen /> : approval ? termsSay(approval) : 'Not approved on this day',
            ...(can.change && {
              actions: [
                { text: approval ? 'Change' : 'Record', href: `${path}/approval`, hidden: 'approval' },
              ],
            }),
          },
          {
            key: 'Next review by',
            value: checks === null ? <Unseen /> : nextReview ? longDay(nextReview) : 'No approval to review',
          },
        ]}
      />
      {checks && (
        <Table
          caption="Checks"
          captionSize="s"
          scroll
          rowHeaders
          head={['Check', 'State', 'Good until', ...(can.change ? [ToDo] : [])]}
          rows={checks.map(({ kind, state, expiresOn }) => [
            CHECKS[kind],
            <Tag colour={STATES[state].colour}>{STATES[state].words}</Tag>,
            expiresOn ? longDay(expiresOn) : '',
            ...(can.change
              ? [
                  <a href={`${path}/checks/record?kind=${kind}`}>
                    Record<span class="govuk-visually-hidden"> {CHECKS[kind]}</span>
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      <h3>As a hub home</h3>
      <SummaryList
        rows={home.hub.map(({ fact, met }) => ({
          key: HUB[fact],
          value: met === null ? home.sees === 'near' ? <Unseen /> : 'Not known' : met ? 'Yes' : 'No',
        }))}
      />
    </>
  )
}
