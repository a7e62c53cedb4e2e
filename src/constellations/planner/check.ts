import { boundOf } from './check-bound.ts'
import { CLOSE, sumOf, type Way, wayOf } from './check-sums.ts'
import type { Answer, Plan, Problem } from './problem.ts'

/*
 * Holds an answer against its problem. Distances, prices, rules and the bound are worked out here a second time, from
 * the types alone and in the plainest code, so that a fault of the solver has nowhere to hide: whoever doubts a plan
 * reads problem.ts and the three files named check, and nothing else.
 */

const COSTS = ['journeys', 'hubs', 'leftOut', 'wishes', 'mix', 'total'] as const

/** A sentence for each thing that is wrong with an answer; none: the plan, its cost and its bound are true. */
export function checkAnswer(problem: Problem, answer: Answer): string[] {
  const misplaced = wrongPlaces(problem, answer.plan)
  if (misplaced.length > 0) return misplaced
  const journey = wayOf(problem.journeys, problem.homes.length)
  return [
    ...wrongRules(problem, answer.plan, journey),
    ...wrongCosts(problem, answer, journey),
    ...wrongBounds(problem, answer),
  ]
}

function wrongPlaces({ homes }: Problem, { constellations, leftOut }: Plan): string[] {
  const times = new Map<number, number>()
  for (const home of [...constellations.flatMap(({ hub, satellites }) => [hub, ...satellites]), ...leftOut])
    times.set(home, (times.get(home) ?? 0) + 1)
  const unknown = [...times.keys()].filter((home) => homes[home] === undefined)
  const notOnce = homes.flatMap(({ id }, home) =>
    times.get(home) === 1 ? [] : [`Home ${id} is in the plan ${times.get(home) ?? 0} times, and not once.`],
  )
  return [...unknown.map((home) => `The plan has a home at place ${home}, where there is none.`), ...notOnce]
}

/** The hub each home is with (its own place for a hub), or -1 when it is left out. */
function hubsOf({ homes }: Problem, plan: Plan): number[] {
  const hubs = homes.map(() => -1)
  for (const { hub, satellites } of plan.constellations)
    for (const home of [hub, ...satellites]) hubs[home] = hub
  return hubs
}

function wrongRules(problem: Problem, plan: Plan, journey: Way): string[] {
  const { homes, constellations: count } = problem
  const wrong: string[] = []
  const name = (home: number) => homes[home]?.id ?? `at place ${home}`
  const hubs = hubsOf(problem, plan)
  const many = plan.constellations.length
  if (many < count.least || many > count.most)
    wrong.push(`There are ${many} constellations, and there may be ${count.least} to ${count.most}.`)

  for (const { hub, satellites } of plan.constellations) {
    const members = [hub, ...satellites]
    const range = homes[hub]?.hub
    const load = sumOf(members.map((home) => homes[home]?.load ?? 0))
    const children = sumOf(members.map((home) => homes[home]?.children ?? 0))
    if (!range) wrong.push(`Home ${name(hub)} is a hub and cannot be one.`)
    else if (load < range.least || load > range.most)
      wrong.push(
        `The constellation of ${name(hub)} is ${load} large, and may be ${range.least} to ${range.most}.`,
      )
    if (problem.children && (children < problem.children.least || children > problem.children.most))
      wrong.push(
        `The constellation of ${name(hub)} has ${children} children, and may have ${problem.children.least} to ${problem.children.most}.`,
      )
    for (const home of satellites)
      if (journey(hub, home) < 0)
        wrong.push(`There is no way between ${name(home)} and its hub ${name(hub)}.`)
  }

  for (const group of problem.together)
    if (new Set(group.map((home) => hubs[home])).size > 1)
      wrong.push(`Homes ${group.map(name).join(', ')} go together and are apart.`)
  for (const { a, b } of problem.apart)
    if (hubs[a] !== -1 && hubs[a] === hubs[b])
      wrong.push(`Homes ${name(a)} and ${name(b)} are in one constellation.`)
  for (const { home, hub } of problem.locks)
    if (hubs[home] !== hub) wrong.push(`Home ${name(home)} is locked to ${name(hub)} and is not with it.`)
  for (const { home, hub } of problem.bans)
    if (hubs[home] === hub) wrong.push(`Home ${name(home)} is with ${name(hub)}, which is barred.`)
  for (const hub of problem.hubs)
    if (hubs[hub] !== hub) wrong.push(`Home ${name(hub)} is settled as a hub and is none.`)
  for (const home of plan.leftOut)
    if (homes[home]?.leaveOut === null) wrong.push(`Home ${name(home)} is left out and may not be.`)
  return wrong
}

function wrongCosts(problem: Problem, { plan, cost }: Answer, journey: Way): string[] {
  const hubs = hubsOf(problem, plan)
  const sums = { journeys: 0, hubs: 0, leftOut: 0, wishes: 0, mix: 0, total: 0 }
  for (const { hub, satellites } of plan.constellations) {
    sums.hubs += problem.constellations.price
    // A way that is none is said above, and costs nothing here.
    for (const home of satellites) sums.journeys += Math.max(0, journey(hub, home))
    for (const { counts, least, most, price } of problem.mixes) {
      const has = sumOf([hub, ...satellites].map((home) => counts[home] ?? 0))
      if (has < least) sums.mix += (least - has) * price
      if (most !== null && has > most) sums.mix += (has - most) * price
    }
  }
  for (const home of plan.leftOut) sums.leftOut += problem.homes[home]?.leaveOut ?? 0
  for (const { a, b, price } of problem.wishes)
    if (hubs[a] === -1 || hubs[a] !== hubs[b]) sums.wishes += price
  sums.total = sums.journeys + sums.hubs + sums.leftOut + sums.wishes + sums.mix
  return COSTS.flatMap((part) =>
    isSame(cost[part], sums[part])
      ? []
      : [`The cost (${part}) is said to be ${cost[part]} and is ${sums[part]}.`],
  )
}

function wrongBounds(problem: Problem, { certificate, bound, cost, proven }: Answer): string[] {
  const wrong: string[] = []
  const { multipliers } = certificate
  if (multipliers.length !== problem.homes.length || !multipliers.every(Number.isFinite))
    wrong.push('The certificate has not one multiplier, a number, for each home.')
  else {
    const worked = boundOf(problem, multipliers)
    if (!(certificate.bound <= worked + CLOSE))
      wrong.push(`The certificate says ${certificate.bound} at least, and its multipliers give ${worked}.`)
  }
  if (!(certificate.bound <= cost.total + CLOSE))
    wrong.push(`The certificate says ${certificate.bound} at least, and the plan costs ${cost.total}.`)
  if (!(bound >= certificate.bound - CLOSE))
    wrong.push(`The bound is ${bound}, less than the certificate's ${certificate.bound}.`)
  if (!(bound <= cost.total + CLOSE)) wrong.push(`The bound is ${bound}, and the plan costs ${cost.total}.`)
  if (proven !== isSame(bound, cost.total))
    wrong.push(
      `It is ${proven ? '' : 'not '}said to be proven, with a bound of ${bound} and a cost of ${cost.total}.`,
    )
  return wrong
}

const isSame = (a: number, b: number) => Math.abs(a - b) <= CLOSE
