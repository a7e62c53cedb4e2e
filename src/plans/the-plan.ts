import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { bordersAround } from './borders-around.ts'
import { plan } from './input.ts'
import { qualityOf } from './rules/quality.ts'
import { reasonsOf } from './rules/reasons.ts'
import { showPlan } from './rules/shown.ts'
import { rulesIn, ruleWords } from './rules/without.ts'
import { findGround, findPlan, listPlans, seatsOf } from './store.ts'

export const thePlan = listing({
  name: 'plan-record',
  says: 'One plan: how it stands, how good it is, where it puts each home, what it leaves out or unmet, and why.',
  query: z.object({ plan }),
  allow: may.readPlans,
  run: async (context, query) => {
    const row = await findPlan(context, query.plan)
    const ground = await findGround(context, query.plan)
    const seats = await seatsOf(context, query.plan)
    const shown = showPlan(ground.facts, ground.settings, seats)
    const others = await listPlans(context)
    // Nobody reads why while it changes every second.
    const going = row.state === 'waiting' || row.state === 'running'
    const of = ({ hub }: { hub: string | null }) => hub !== null
    return {
      ...row,
      found: seats.some(of),
      quality: qualityOf(row),
      homes: ground.facts.homes.length,
      on: ground.facts.on,
      settings: ground.settings,
      names: Object.fromEntries(ground.facts.homes.map(({ household, name }) => [household, name])),
      ...shown,
      reasons: going ? { leftOut: [], unmet: [] } : reasonsOf(ground.facts, ground.settings, seats),
      constellations: shown.constellations.map((one) => ({
        ...one,
        constellation: seats.find(({ household }) => household === one.hub.household)?.constellation ?? null,
      })),
      rules: rulesIn(ground).map((rule) => ({ rule, words: ruleWords[rule] })),
      from: others.find(({ plan }) => plan === row.fromPlan) ?? null,
      versions: others.filter(({ fromPlan }) => fromPlan === row.plan),
      others: others
        .filter((one) => one.plan !== row.plan && one.cost !== null)
        .map(({ plan, name, cost }) => ({ plan, name, total: cost?.total ?? 0 })),
      borders: await bordersAround(context, ground.facts),
      can: { change: may.makePlan(context.actor) },
    }
  },
})

export type ShownPlanPage = Awaited<ReturnType<(typeof thePlan)['run']>>
