import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id } from '../platform/fields.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { longDay } from '../values/words.ts'
import { findConstellation, findLiaisonWorker, setLiaison } from './store.ts'

export const assignLiaison = action({
  name: 'assign-liaison',
  says: 'Names the liaison worker of a constellation from a day on, in place of the one before.',
  input: z.object({
    constellation: id('a constellation'),
    person: id('a liaison worker'),
    from: day('the day they start'),
  }),
  subject: (context, { constellation }) => findConstellation(context, constellation),
  allow: may.formConstellation,
  run: async (context, { constellation, person, from }, { name, stage }) => {
    if (stage === 'closed')
      throw new Refusal(`${name} is closed. A closed constellation has no liaison worker.`)
    const worker = await findLiaisonWorker(context, person, from)
    if (!worker) {
      const says = `Choose somebody who is a liaison worker on ${longDay(from)}, or give them that role first`
      throw new Refusal(says, { field: 'person' })
    }
    await setLiaison(context, constellation, person, from)
    await tell(context, [person], {
      subject: `You are the liaison worker of ${name}`,
      body: `You are the liaison worker of ${name} from ${longDay(from)}.`,
      about: { kind: 'constellation', id: constellation },
    })
    return { constellation, person }
  },
})
