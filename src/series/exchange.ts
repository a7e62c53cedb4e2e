import { type Context, widened } from '../platform/context.ts'
import { Refusal } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { agreeStay } from '../sleepovers/agree.ts'
import type { Finding } from '../sleepovers/facts.ts'
import { type Requested, requestStay } from '../sleepovers/request.ts'
import { stillNeeded } from '../sleepovers/rules.ts'
import { changeStay, findStay, type Stay } from '../sleepovers/store.ts'
import { weigh } from '../sleepovers/weigh.ts'
import { askForYeses } from '../sleepovers/yeses.ts'
import type { Span } from '../values/london.ts'
import { taken } from './store-swaps.ts'

/** Why a swap cannot be, from both sides: what stops each home's own stay. */
export class Stopped extends Error {
  readonly findings: { made: Finding[]; asked: Finding[] }
  constructor(findings: { made: Finding[]; asked: Finding[] }) {
    super('Stopped')
    this.findings = findings
  }
}

/**
 * Lets go of both stays and asks anew for each with the other's nights, held against every rule as things stand
 * afterwards; what the host had agreed to is agreed again where nothing needs a yes. Each home's part is done in the
 * name of its own people, so that neither learns from its stay who the other is. Gives the two new stays, the one of
 * the home that offered first. Throws `Stopped`; the transaction then keeps nothing.
 */
export function exchange(context: Context, made: string, asked: string): Promise<[string, string]> {
  return widened(context, async () => {
    const [a, b] = [await findStay(context, made, 'lock'), await findStay(context, asked, 'lock')]
    for (const stay of [a, b]) {
      await changeStay(as(context, stay.requestedBy), stay.id, {
        status: 'cancelled',
        cancel_reason: 'Swapped',
      })
    }
    const first = await askAnew(context, a, b.span)
    const second = await askAnew(context, b, a.span)
    if (Array.isArray(first) || Array.isArray(second)) {
      throw new Stopped({
        made: Array.isArray(first) ? first : [],
        asked: Array.isArray(second) ? second : [],
      })
    }
    // The first was weighed before the second was there: what it needs besides is asked for now.
    const again = await findStay(context, first.stay)
    const { fits, findings } = await weigh(context, again, again.children, again.host, first.stay)
    if (!fits) throw new Stopped({ made: stopsOf(findings), asked: [] })
    const before = first.weighing?.findings ?? []
    const fresh = findings.filter(({ key }) => !before.some((one) => one.level === 'yes' && one.key === key))
    await askForYeses(as(context, a.requestedBy), first.stay, fresh, again)
    await agreeAgain(context, a, first.stay)
    await agreeAgain(context, b, second.stay)
    return [first.stay, second.stay]
  })
}

/** The same transaction in another person's name, within what is widened already. */
const as = (context: Context, person: string | null): Context => ({
  ...context,
  actor: { ...context.actor, person, seesAll: true },
})

const stopsOf = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'stop')

/** Asks for the stay again at other nights; what stops it comes back as findings. */
async function askAnew(context: Context, stay: Stay, span: Span): Promise<Requested | Finding[]> {
  const { note } = await taken(context, stay.id)
  try {
    return await requestStay(as(context, stay.requestedBy), {
      ...stay,
      kind: 'planned',
      span,
      note,
      bedsSeen: false,
      follows: null,
    })
  } catch (no) {
    if (no instanceof Refusal) return stopsOf((no.detail.findings ?? []) as Finding[])
    throw no
  }
}

/** What the host said yes to before it says yes to again, in the name of whoever said it, unless something needs a yes. */
async function agreeAgain(context: Context, before: Stay, stay: string): Promise<void> {
  if (before.status !== 'accepted') return
  const { answeredBy, agreedBy } = await taken(context, before.id)
  const host = as(context, answeredBy)
  const fresh = await findStay(host, stay, 'lock')
  const { findings } = await weigh(host, fresh, fresh.children, fresh.host, stay)
  if (stillNeeded(findings, [], context.today).length > 0) return
  await agreeStay(host, fresh, { note: 'Agreed before the nights were swapped', agreedBy, tellsLater: true })
}

/** What the rules are about, for whoever must not learn about whom: their titles and nothing else. */
export const titlesOf = (context: Context, findings: readonly Finding[]): string[] => {
  const { rules } = packAt(context.today)
  return [...new Set(findings.map(({ rule }) => rules[rule].title))]
}
