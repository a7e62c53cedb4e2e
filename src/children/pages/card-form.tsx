import { answer, DayField, prefilled } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { Input } from '../../platform/web/components/input.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { Textarea } from '../../platform/web/components/textarea.tsx'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { careCard } from '../care-card.ts'
import { changeCareCard } from '../change-care-card.ts'
import { AllergyRow, ContactRow, MedicineRow, Rows } from './card-form-rows.tsx'
import { listsTyped, rowsIn, rowsOf } from './card-rows.ts'
import { childOf, fromToday, section } from './parts.tsx'

export const cardForm = form('/children/:child/card/change', changeCareCard, {
  input: (visit, typed) => ({ ...typed, ...listsTyped(typed), child: childOf(visit) }),
  show: async (visit, state) => {
    const { who, card } = await visit.look(careCard, { child: childOf(visit) })
    const sent = state.errors.length > 0
    const { allergies, medication, contacts, writtenAt: _, from: __, ...texts } = card ?? NO_CARD
    const before = prefilled(fromToday(visit, state), texts)
    const rows = (list: 'allergies' | 'medication' | 'contacts') =>
      sent ? rowsIn(state.typed, list) : rowsOf(card, list)
    const quicker = sent && card !== null && words(state.typed.seen) !== card.card
    const Text = ({ name, label, hint }: { name: string; label: string; hint?: string }) => (
      <Textarea {...answer(before, name)} label={label} hint={hint} rows={2} />
    )
    return {
      title: `${card ? 'Change' : 'Write'} the care card of ${who.firstName}`,
      section,
      back: { href: `/children/${who.child}/card` },
      body: (
        <form method="post" novalidate>
          {quicker && (
            <InsetText>
              <a href={`/children/${who.child}/card`} target="_blank" rel="noopener">
                Read the card as it is now (opens in a new tab)
              </a>
              . What you wrote is kept below.
            </InsetText>
          )}
          <input type="hidden" name="seen" value={card?.card ?? ''} />
          <Input {...answer(before, 'knownAs')} label="Known as" hint="If not the first name" width={20} />
          <Rows
            list="allergies"
            title="Allergies"
            one="Allergy"
            rows={rows('allergies')}
            state={before}
            row={AllergyRow}
          />
          <Rows
            list="medication"
            title="Medication"
            one="Medicine"
            rows={rows('medication')}
            state={before}
            row={MedicineRow}
          />
          <h2>Day and night</h2>
          <Text name="triggers" label="Triggers" hint="What upsets or frightens" />
          <Text name="whatHelps" label="What helps" />
          <Text name="missingHistory" label="Going missing" hint="When, from where, and where found" />
          <Text name="routines" label="Routines" hint="Bedtime, waking, meals, school" />
          <Text name="food" label="Food" />
          <Text name="culture" label="Culture" />
          <Text name="faith" label="Faith" />
          <Text name="language" label="Language" />
          <Text name="hairAndSkin" label="Hair and skin" />
          <Rows
            list="contacts"
            title="Whom to ring"
            one="Contact"
            rows={rows('contacts')}
            state={before}
            row={ContactRow}
          />
          <DayField state={before} name="from" legend="This card holds from" />
          <Button preventDoubleClick>Save the card</Button>{' '}
          <Button kind="secondary" name="more" value="yes">
            Save, and add more
          </Button>
        </form>
      ),
    }
  },
  done: ({ child }, _visit, typed) => `/children/${child}/card${typed.more ? '/change' : ''}`,
})

const NO_CARD = { allergies: [], medication: [], contacts: [], writtenAt: null, from: null }
