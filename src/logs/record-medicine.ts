import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { day, id, oneOf, optionalText, text, tick, time } from '../platform/fields.ts'
import { Refusal } from '../platform/refusals.ts'
import { findStay } from '../sleepovers/store.ts'
import { dayOf } from '../values/london.ts'
import { momentOfStay } from './moment.ts'
import { askAgain, doseCloseTo, isAnothers, isSameMedicine } from './rules.ts'
import { addDose, dosesNear, medicinesOf } from './store.ts'
import { OUTCOME_CODES } from './words.ts'

/** Source: Fostering Services: National Minimum Standards 2011, standard 6: a written record of medicine, and only for the child it is named for. */
export const recordMedicine = action({
  name: 'record-medicine',
  says: 'Writes down a dose a child was given, refused or did not get, and who gave it.',
  input: z.object({
    stay: id('a sleepover'),
    child: id('which child'),
    medicine: text('Choose the medicine, or enter its name', 200),
    dose: optionalText(200).describe('How much; left out, what the care card says'),
    on: day('the day'),
    at: time('the time'),
    outcome: oneOf(OUTCOME_CODES, 'Choose whether it was given'),
    byWhom: text('Enter who gave it, or offered it', 200),
    note: optionalText().describe('Why it was not given; else what there is to know'),
    again: tick().describe('Yes, this was a second dose within half an hour'),
  }),
  subject: (context, { stay }) => findStay(context, stay),
  allow: may.writeLog,
  run: async (context, { stay, child, on, at: time, again, ...written }, found) => {
    if (written.outcome !== 'given' && !written.note) {
      throw new Refusal('Enter why it was not given', { field: 'note' })
    }
    const at = await momentOfStay(context, found, { child, on, at: time })
    const onCards = await medicinesOf(context, found.children, [context.today, dayOf(at)])
    const own = onCards.filter((one) => one.child === child)
    const others = onCards.filter((one) => one.child !== child)
    if (isAnothers(written.medicine, namesIn(own), namesIn(others))) {
      throw new Refusal(
        'This medicine is on another child’s care card, not on this child’s. Choose the child it is for. If it was given to the wrong child, ring 111, then write it down as an incident',
        { field: 'medicine' },
      )
    }
    const onCard = own.find(({ name }) => isSameMedicine(name, written.medicine))
    const dose = { ...written, at, dose: written.dose ?? onCard?.dose ?? null }
    const { id, added } = await addDose(context, { stay, child }, dose)
    if (added && dose.outcome === 'given' && !again) await refuseTwice(context, child, id, dose)
    return { stay, child, entry: id }
  },
})

const namesIn = (medicines: readonly { name: string }[]) => medicines.map(({ name }) => name)

/** A phone may send a form twice, and two people may write one dose: a second so close is asked about. */
async function refuseTwice(
  context: Context,
  child: string,
  entry: string,
  dose: { medicine: string; at: Date },
) {
  const before = (await dosesNear(context, child, dose.at)).filter(({ id }) => id !== entry)
  const close = doseCloseTo(before, dose)
  if (close) throw new Refusal(askAgain(close), { field: 'again' })
}
