import { type Context, widened } from '../platform/context.ts'
import { NotFound } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import type { ChildFacts, StayAsked } from './facts.ts'
import { type Weighing, weighStay } from './rules.ts'
import { gatherChildren, siblingsLeftAt } from './store-children.ts'
import { gatherHosts, type Host } from './store-hosts.ts'

export type Weighed = Weighing & { host: Host; children: ChildFacts[] }

/**
 * Gathers the facts and holds the stay against the rules of the day it is decided on. Reads beyond the actor's
 * own eyes; nothing of what it finds about children who were not asked for is in the findings' words.
 * `without` is the stay itself when it is weighed again. Throws `NotFound` for a host that is not there.
 */
export function weigh(
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
  without: string | null = null,
): Promise<Weighed> {
  return widened(context, async () => {
    const [facts, hosts, leftAtHome] = await Promise.all([
      gatherChildren(context, children, asked.span, without, asked.kind),
      gatherHosts(context, [host], asked.span, without),
      siblingsLeftAt(context, asked.home, children, asked.span),
    ])
    const found = hosts.get(host)
    if (!found || facts.length < children.length) throw new NotFound()
    const weighing = weighStay({ asked, children: facts, host: found, leftAtHome }, packAt(context.today))
    return { ...weighing, host: found, children: facts }
  })
}
