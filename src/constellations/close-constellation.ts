import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { day, id, text } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { addDays } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import { carersOf, findConstellation, liaisonOf, setClosed } from './store.ts'
import { withdraw } from './store-invitations.ts'
import { leave, membersFrom } from './store-members.ts'

export const closeConstellation = action({
  name: 'close-constellation',
  says: 'Closes a constellation from a day on: every home leaves, and open invitations are taken back.',
  input: z.object({
    constellation: id('a constellation'),
    on: day('the day it closes'),
    reason: text('Enter why the constellation closes'),
  }),
  subject: (context, { constellation }) => findConstellation(context, constellation),
  allow: may.formConstellation,
  run: async (context, { constellation, on, reason }) => {
    await takeTurns(context, [constellation])
    const { name, stage, launchedOn } = await findConstellation(context, constellation)
    if (stage === 'closed') throw new Refusal(`${name} is closed already.`)
    if (launchedOn && on < launchedOn) {
      throw new Refusal(`${name} launched on ${longDay(launchedOn)}. Choose that day or a later one`, {
        field: 'on',
      })
    }
    if (on > addDays(context.today, 366)) {
      throw new Refusal('Choose a day within the next year', { field: 'on' })
    }
    const members = await membersFrom(context, constellation, on)
    const asked = await withdraw(context, { constellation }, reason)
    const homes = [...members.map((member) => member.household), ...asked]
    const people = [...(await carersOf(context, homes)), ...(await liaisonOf(context, constellation))]
    for (const member of members) await leave(context, member, on, reason)
    await setClosed(context, constellation, on, reason)
    await tell(context, people, {
      subject: `${name} closes on ${longDay(on)}`,
      body: `The constellation ${name} closes on ${longDay(on)}.`,
      about: { kind: 'constellation', id: constellation },
    })
    return { constellation }
  },
})
