import { z } from 'zod'
import { is, may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { day, id, optionalText } from '../platform/fields.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { addDays } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import { type Finding, launchCheck } from './rules.ts'
import { addVariance, carersOf, findConstellation, liaisonOf, setLaunched } from './store.ts'
import { constellationFacts } from './store-facts.ts'
import { membersOn } from './store-members.ts'

export const launchConstellation = action({
  name: 'launch-constellation',
  says: 'Makes a forming constellation active from a day on, when it has a hub, a liaison worker and 6 to 10 satellites.',
  input: z.object({
    constellation: id('a constellation'),
    on: day('the day of the launch'),
    varianceReason: optionalText(),
  }),
  subject: (context, { constellation }) => findConstellation(context, constellation),
  allow: may.runConstellation,
  run: async (context, { constellation, on, varianceReason }) => {
    await takeTurns(context, [constellation])
    const { name, stage } = await findConstellation(context, constellation)
    if (stage !== 'forming') throw new Refusal(`${name} is ${stage} already: only a forming one can launch.`)
    if (on > addDays(context.today, 366)) {
      throw new Refusal('Choose a day within the next year', { field: 'on' })
    }
    const pack = packAt(on)
    const facts = await constellationFacts(context, constellation, on)
    const findings = launchCheck(facts, pack)
    const stopped = findings.filter((finding) => finding.level === 'stop')
    if (stopped.length > 0) {
      throw new Refusal(stopped.map((finding) => finding.says).join(' '), { detail: { findings } })
    }
    for (const finding of findings.filter(({ level }) => level === 'yes')) {
      const reason = agreed(context, finding, varianceReason, findings)
      await addVariance(context, {
        constellation,
        rule: finding.rule ?? '',
        says: finding.says,
        reason,
        pack: pack.version,
        satellites: facts.satellites.length,
      })
    }
    await setLaunched(context, constellation, on)
    const members = await membersOn(context, constellation, on)
    const carers = await carersOf(
      context,
      members.map((member) => member.household),
    )
    await tell(context, [...carers, ...(await liaisonOf(context, constellation))], {
      subject: `${name} launches on ${longDay(on)}`,
      body: `The constellation ${name} is active from ${longDay(on)}.`,
      about: { kind: 'constellation', id: constellation },
    })
    return { constellation }
  },
})

/** The reason of the programme lead who says yes to another number, or the sentence that asks for one. */
function agreed(context: Context, finding: Finding, reason: string | null, findings: Finding[]): string {
  if (!is(context.actor, ...finding.overriddenBy)) {
    throw new Refusal(`${finding.says} Or ask a programme lead to launch it as it is, with a reason.`, {
      detail: { findings },
    })
  }
  if (!reason) {
    throw new Refusal(`${finding.says} Or enter why it should launch as it is.`, {
      field: 'varianceReason',
      detail: { findings },
    })
  }
  return reason
}
