import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { optionalText } from '../platform/fields.ts'
import { BadInput } from '../platform/refusals.ts'
import { count, longDay } from '../values/words.ts'
import { settled } from './input.ts'
import { keepPlan } from './keep.ts'
import { usualSettings } from './rules/settings.ts'
import { settle } from './rules/settle.ts'
import { factsOn, referencesOf } from './store-facts.ts'

export const makePlan = action({
  name: 'make-plan',
  says: 'Makes a plan of constellations from the homes as they are today and what you settle, and sets it going.',
  input: z.object({ name: optionalText(120), ...settled }),
  subject: async () => null,
  allow: may.makePlan,
  run: async (context, { name, ...typed }) => {
    const facts = await factsOn(context, context.today)
    const references = typed.journeys === null ? new Map<string, string>() : await referencesOf(context)
    const { issues, ...ground } = settle(
      typed,
      facts,
      usualSettings({ least: typed.constellations, most: typed.upTo ?? typed.constellations }),
      references,
    )
    if (issues.length > 0) throw new BadInput(issues)
    const usual = `${count(typed.constellations, 'constellation')}, ${longDay(context.today)}`
    return {
      plan: await keepPlan(context, ground, { name: name ?? usual, field: 'constellations' }, references),
    }
  },
})
