import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { packAt } from '../platform/rule-pack.ts'
import { whatStopsIt } from './freezing.ts'
import { plan } from './input.ts'
import { compare } from './rules/compared.ts'
import { launchNotes } from './rules/launch-notes.ts'
import { satellitesByHub } from './rules/moves.ts'
import { namesFor } from './rules/names.ts'
import { qualityOf } from './rules/quality.ts'
import { showPlan } from './rules/shown.ts'
import { findGround, findPlan, listPlans, seatsOf } from './store.ts'

export const plans = listing({
  name: 'plans',
  says: 'The plans of the service, latest first: how each stands and how good it is.',
  query: z.object({}),
  allow: may.readPlans,
  run: async (context) => ({
    can: { make: may.makePlan(context.actor) },
    plans: (await listPlans(context)).map((row) => ({ ...row, quality: qualityOf(row) })),
  }),
})

export const planComparison = listing({
  name: 'plan-comparison',
  says: 'Two plans side by side: what each costs and keeps, and which homes are elsewhere.',
  query: z.object({ plan, against: plan }),
  allow: may.readPlans,
  run: async (context, { plan, against }) => {
    const sides = []
    for (const id of [plan, against]) {
      const row = await findPlan(context, id)
      const { facts, settings } = await findGround(context, id)
      const seats = await seatsOf(context, id)
      sides.push({ row, facts, seats, shown: showPlan(facts, settings, seats) })
    }
    const [one, other] = sides
    if (!one || !other) throw new Error('There are two sides')
    const side = ({ row, shown }: typeof one) => ({ ...row, quality: qualityOf(row), ...shown })
    return { one: side(one), other: side(other), moves: compare(one, other) }
  },
})

export const planFreezing = listing({
  name: 'plan-freezing',
  says: 'What would happen if a plan were frozen now: its constellations and who is invited, and what stops it.',
  query: z.object({ plan }),
  allow: may.readPlans,
  run: async (context, query) => {
    const row = await findPlan(context, query.plan)
    const seats = await seatsOf(context, query.plan)
    const { facts, settings } = await findGround(context, query.plan)
    const { constellations } = showPlan(facts, settings, seats)
    const called = namesFor(satellitesByHub(seats), facts, [], [])
    const names = 'constellations' in called ? called.constellations : []
    return {
      plan: row.plan,
      name: row.name,
      state: row.state,
      can: { freeze: may.makePlan(context.actor) },
      stops: await whatStopsIt(context, row, seats),
      notes: launchNotes(constellations, packAt(context.today)),
      constellations: constellations.map((one) => ({
        ...one,
        name: names.find(({ hub }) => hub === one.hub.household)?.name ?? one.hub.name,
      })),
    }
  },
})
