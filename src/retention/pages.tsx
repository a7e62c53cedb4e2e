import { Button } from '../platform/web/components/button.tsx'
import { Card, Cards } from '../platform/web/components/card.tsx'
import { Details } from '../platform/web/components/details.tsx'
import { Table } from '../platform/web/components/table.tsx'
import { page, type Route } from '../platform/web/visit.ts'
import { longDay } from '../values/words.ts'
import { legalHolds, retentionClasses } from './lists.ts'
import { holdForms, section } from './pages/hold-form.tsx'
import { ABOUT } from './words.ts'

type Holds = Awaited<ReturnType<typeof legalHolds.run>>['holds']
type Classes = Awaited<ReturnType<typeof retentionClasses.run>>['classes']

const recordsPage = page('/records', async (visit) => {
  const { holds } = await visit.look(legalHolds)
  const { classes } = await visit.look(retentionClasses)
  const over = holds.filter(({ until }) => until !== null)
  return {
    title: 'Keeping records',
    section,
    body: (
      <>
        <p>Nothing here is ever deleted. A legal hold keeps a record beyond its time.</p>
        <Button href="/records/hold">Hold a record</Button>
        <h2>Held now</h2>
        <Current holds={holds.filter(({ until }) => until === null)} />
        {over.length > 0 && <Lifted holds={over} />}
        <HowLong classes={classes} />
      </>
    ),
  }
})

function Current({ holds }: { holds: Holds }) {
  if (holds.length === 0) return <p>No record is held.</p>
  return (
    <Cards>
      {holds.map(({ hold, about, name, reason, orderedBy, from, placedBy }) => (
        <Card
          heading={`${ABOUT[about]}: ${name}`}
          note={`Since ${longDay(from)}. Written down by ${placedBy ?? 'the operator'}.`}
        >
          <p>
            Asked for by: {orderedBy}. {reason}
          </p>
          <p class="no-print">
            <a href={`/records/holds/${hold}/lift`}>
              Lift this hold<span class="govuk-visually-hidden"> on {name}</span>
            </a>
          </p>
        </Card>
      ))}
    </Cards>
  )
}

function Lifted({ holds }: { holds: Holds }) {
  return (
    <Table
      caption="Holds that were lifted"
      scroll
      head={['Whose record', 'Asked for by', 'Why', 'From', 'Until', 'Why it was lifted']}
      rows={holds.map(({ name, orderedBy, reason, from, until, liftReason }) => [
        name,
        orderedBy,
        reason,
        longDay(from),
        until && longDay(until),
        liftReason,
      ])}
    />
  )
}

const readable = (table: string) => table.replaceAll('_', ' ')

function HowLong({ classes }: { classes: Classes }) {
  return (
    <>
      <h2>How long records are kept</h2>
      {classes.map(({ says, kept, tables }) => (
        <section>
          <h3>{says}</h3>
          <ul>
            {kept.map((one) => (
              <li>
                {one.says} <span class="small quiet">({one.source})</span>
              </li>
            ))}
          </ul>
          <Details summary={`Which ${says.toLowerCase()}`}>
            <p>{tables.map(readable).join(', ')}</p>
          </Details>
        </section>
      ))}
    </>
  )
}

/** What those who hold records come for. */
export const recordPages: Route[] = [recordsPage, ...holdForms]
