import { Table } from '../../platform/web/components/table.tsx'
import { Tag, type TagColour } from '../../platform/web/components/tag.tsx'
import { longDay } from '../../values/words.ts'
import type { ConsentItem } from '../consents.ts'
import type { ConsentState } from '../rules.ts'
import { sayDays } from '../say.ts'
import type { Shown } from './child-about.tsx'

const colours: Record<ConsentState, TagColour> = {
  agreed: 'green',
  runs_out_soon: 'yellow',
  ask_each_time: 'blue',
  refused: 'red',
  withdrawn: 'red',
  run_out: 'red',
  not_asked: 'grey',
}

export const StateTag = ({ consent }: { consent: Pick<ConsentItem, 'state' | 'says'> }) => (
  <Tag colour={colours[consent.state]}>{consent.says}</Tag>
)

/** Who agreed to what, item by item. */
export function Consents({ record, path }: Shown) {
  const { consents, can } = record
  const any = can.giveConsent || can.withdrawConsent
  return (
    <>
      <h2>Consent and delegated authority</h2>
      <Table
        caption="Who agreed to what"
        captionClasses="govuk-visually-hidden"
        scroll
        rowHeaders
        head={['What', 'Now', 'From and until', 'Given by', 'What goes with it', ...(any ? [ToDo] : [])]}
        rows={consents.map((consent) => [
          consent.about,
          <StateTag consent={consent} />,
          consent.from ? sayDays(consent.from, consent.until) : '',
          consent.givenBy ?? '',
          <With consent={consent} />,
          ...(any ? [<Links consent={consent} can={can} path={`${path}/consents`} />] : []),
        ])}
      />
    </>
  )
}

const holding: readonly ConsentState[] = ['agreed', 'runs_out_soon', 'ask_each_time']

type LinksProps = { consent: ConsentItem; can: Shown['record']['can']; path: string }

function Links({ consent, can, path }: LinksProps) {
  const about = <span class="govuk-visually-hidden">: {consent.about}</span>
  return (
    <>
      {can.giveConsent && <a href={`${path}/give?item=${consent.item}`}>Record an answer{about}</a>}
      {can.withdrawConsent && holding.includes(consent.state) && (
        <>
          {' '}
          <a href={`${path}/withdraw?item=${consent.item}`}>Withdraw{about}</a>
        </>
      )}
    </>
  )
}

/** The head of a column of links: nothing to see, something to hear. */
const ToDo = <span class="govuk-visually-hidden">What you can do</span>

function With({ consent }: { consent: ConsentItem }) {
  const lines = [
    consent.withdrawnReason && `Withdrawn: ${consent.withdrawnReason}`,
    consent.conditions,
    consent.whoMayAgree && `May agree: ${consent.whoMayAgree}`,
    consent.tell && `Tell: ${consent.tell}`,
    consent.reviewOn && `Look at it again by ${longDay(consent.reviewOn)}`,
  ].filter(Boolean)
  return <>{lines.map((line, index) => (index ? [<br />, line] : line))}</>
}
