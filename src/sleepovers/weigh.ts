import { type Context, widened } from '../platform/context.ts'
import type { Asked } from '../platform/database-statements.ts'
import { NotFound } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import type { ChildFacts, StayAsked } from './facts.ts'
import { type Weighing, weighStay } from './rules.ts'
import { askChildren, askSiblingsLeftAt } from './store-children.ts'
import { askHosts, type Host } from './store-hosts.ts'

export type Weighed = Weighing & { host: Host; children: ChildFacts[] }

/**
 * Gathers the facts and holds the stay against the rules of the day it is decided on. Reads beyond the actor's
 * own eyes; nothing of what it finds about children who were not asked for is in the findings' words.
 * `without` is the stay itself when it is weighed again. Throws `NotFound` for a host that is not there.
 */
export async function weigh(
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
  without: string | null = null,
): Promise<Weighed> {
  return (await askWeighing(context, asked, children, host, without)).answer()
}

/** The same, with its questions on their way beside others. */
export function askWeighing(
  context: Context,
  asked: StayAsked,
  children: readonly string[],
  host: string,
  without: string | null = null,
): Promise<Asked<Weighed>> {
  return widened(context, async () => {
    const asking = await askChildren(context, children, asked.span, without, asked.kind)
    const hosting = await askHosts(context, [host], asked.span, without)
    const leaving = await askSiblingsLeftAt(context, asked.home, children, asked.span)
    return {
      answer: async () => {
        const facts = await asking.answer()
        const found = (await hosting.answer()).get(host)
        if (!found || facts.length < children.length) throw new NotFound()
        const leftAtHome = await leaving.answer()
        const weighing = weighStay({ asked, children: facts, host: found, leftAtHome }, packAt(context.today))
        return { ...weighing, host: found, children: facts }
      },
    }
  })
}
