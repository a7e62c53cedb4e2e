import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { Select } from '../../platform/web/components/select.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { all, words } from '../../platform/web/read-form.ts'
import type { FormState, View, Visit } from '../../platform/web/visit.ts'
import { childrenToAskFor } from '../../sleepovers/lists.ts'
import { REASONS } from '../../sleepovers/words.ts'
import { count } from '../../values/words.ts'

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)

/** Who, how often, from when until when, and why. Nothing is saved; the address holds what was chosen. */
export async function askView(visit: Visit, errors: FormState['errors'] = []): Promise<View> {
  const { query } = visit
  const found = await visit.look(childrenToAskFor)
  const title = 'Ask for a series of sleepovers'
  const back = { href: '/sleepovers/ask' }
  if (found.length === 0 && all(query.children).length === 0) {
    const body = <p>No child lives with you now. To ask for another home, open the child’s page first.</p>
    return { title, section: 'Sleepovers', back, body }
  }
  const error = (field: string) => errorFor({ errors }, field)
  const date = (name: string) => dateValues({ typed: query }, name)
  return {
    title,
    section: 'Sleepovers',
    back,
    errors,
    body: (
      <form method="get" action="/series/check" novalidate>
        {words(query.host) && <input type="hidden" name="host" value={words(query.host)} />}
        {found.length > 0 ? (
          <Checkboxes
            name="children"
            legend="Who will go?"
            hint="Choose everyone who should go together"
            error={error('children')}
            values={all(query.children)}
            items={found.map((child) => ({ value: child.id, text: child.name }))}
          />
        ) : (
          all(query.children).map((child) => <input type="hidden" name="children" value={child} />)
        )}
        <DateInput
          name="first"
          legend="Which day do they go first?"
          hint="For example, 15 1 2027"
          values={date('first')}
          error={error('first')}
        />
        <Select
          name="nights"
          label="How many nights each time?"
          value={words(query.nights) || 1}
          items={upTo(7).map((value) => ({ value, text: count(value, 'night') }))}
          error={error('nights')}
        />
        <Input
          name="fromTime"
          label="What time do they go?"
          hint="For example, 5pm"
          width={5}
          value={words(query.fromTime) || '5pm'}
          error={error('fromTime')}
        />
        <Input
          name="untilTime"
          label="What time do they come back, the day after the last night?"
          hint="For example, 4pm"
          width={5}
          value={words(query.untilTime) || '4pm'}
          error={error('untilTime')}
        />
        <Select
          name="everyWeeks"
          label="How often?"
          value={words(query.everyWeeks) || 2}
          items={upTo(8).map((value) => ({
            value,
            text: value === 1 ? 'Every week' : value === 2 ? 'Every second week' : `Every ${value} weeks`,
          }))}
          error={error('everyWeeks')}
        />
        <DateInput
          name="last"
          legend="What is the last day it may begin on?"
          hint="A series has an end, at most a year ahead"
          values={date('last')}
          error={error('last')}
        />
        <Radios
          name="why"
          legend="Why do you ask?"
          error={error('why')}
          value={words(query.why)}
          items={Object.entries(REASONS).map(([value, text]) => ({ value, text }))}
        />
        <Button>See every date</Button>
      </form>
    ),
  }
}
