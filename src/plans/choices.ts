import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { layOut } from './rules/laid.ts'
import { usualSettings } from './rules/settings.ts'
import { factsOn } from './store-facts.ts'

/** A usual constellation: a hub and eight homes around it. */
const USUAL_HOMES = 9

export const planChoices = listing({
  name: 'plan-choices',
  says: 'What a plan can be made from today: the homes, who may be a hub and why not, and what is usual.',
  query: z.object({}),
  allow: may.makePlan,
  run: async (context) => {
    const facts = await factsOn(context, context.today)
    const usual = usualSettings(1)
    const { aside, possibleHubs, homes, notices, nameOf, named } = layOut(facts, usual)
    const asides = new Map(aside.map(({ household, because }) => [household, named(because)]))
    const hubs = new Map(possibleHubs.map((one) => [one.household, one]))
    const possible = possibleHubs.filter((one) => one.may).length
    return {
      on: facts.on,
      usual: { ...usual, hubs: [] },
      suggested: Math.max(1, Math.min(possible, Math.round(homes.length / USUAL_HOMES))),
      notices: notices.map(named),
      homes: facts.homes
        .map((home) => ({
          household: home.household,
          name: nameOf(home.household),
          children: home.children.length,
          spareBeds: home.spareBeds,
          wants: home.wantsMockingbird,
          aside: asides.get(home.household) ?? null,
          mayBeHub: hubs.get(home.household)?.may ?? false,
          because: hubs.get(home.household)?.because ?? [],
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }
  },
})

export type Choices = Awaited<ReturnType<(typeof planChoices)['run']>>
