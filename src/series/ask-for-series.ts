import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { tell } from '../platform/messages.ts'
import { Refusal } from '../platform/refusals.ts'
import { forEyes } from '../sleepovers/facts.ts'
import { requestConflicts, requestStay } from '../sleepovers/request.ts'
import { saveUnmetNeed } from '../sleepovers/store.ts'
import { homeOf, knownHost } from '../sleepovers/store-home-of.ts'
import { carersOf } from '../sleepovers/store-people.ts'
import { weigh } from '../sleepovers/weigh.ts'
import type { Day } from '../values/london.ts'
import { count } from '../values/words.ts'
import { choices, note, seriesInput } from './input.ts'
import { type Asked, chosen, problemsWith } from './rules.ts'
import { sameSeries, saveSeries } from './store.ts'

export const askForSeries = action({
  name: 'ask-for-series',
  says: 'Asks for sleepovers every so many weeks, through a last day. Each date is a request of its own; all are saved, or none.',
  input: seriesInput.extend({ note, dates: choices }),
  subject: async (context, { children, host, dates }) => {
    const home = await homeOf(context, children)
    await knownHost(context, home, host)
    for (const choice of dates) if (choice.do === 'elsewhere') await knownHost(context, home, choice.host)
    return { home, children }
  },
  allow: may.askForSleepover,
  conflicts: requestConflicts,
  run: async (context, input, { home }) => {
    const { children, host } = input
    const [problem] = problemsWith(input, context.now)
    if (problem) throw new Refusal(problem.message, problem)
    const plan = chosen(input, host, input.dates, context.now)
    if ('message' in plan) throw new Refusal(plan.message, plan)
    // All turns at once, in one order: two series that meet at two homes do not block each other for good.
    await takeTurns(context, [...children, host, ...plan.asked.map((one) => one.host)])
    const sent = await sameSeries(context, { ...input, home }, children, plan.asked)
    if (sent) return { series: sent, stays: [] }

    const series = await saveSeries(context, { ...input, home })
    const stays = await askForEach(context, plan.asked, { ...input, home, series })
    for (const { span } of plan.skipped) await keepNeed(context, { ...input, home, span })
    for (const other of new Set(plan.asked.map((one) => one.host))) {
      await tell(context, await carersOf(context, other), {
        subject: 'A series of sleepovers is asked of you',
        body: 'Somebody in your constellation asks whether children can sleep at your home on several dates. Sign in to see them all and to answer.',
        about: { kind: 'series', id: series },
      })
    }
    return { series, stays }
  },
})

type Request = Omit<Parameters<typeof requestStay>[1], 'span' | 'kind' | 'bedsSeen'>

/** Every date a stay of its own. One that is stopped stops all, and the refusal says what stands against which. */
async function askForEach(context: Context, dates: readonly Asked[], request: Request): Promise<string[]> {
  const stays: string[] = []
  const clashes: { date: Day; says: string[] }[] = []
  for (const { date, host, span } of dates) {
    try {
      const asked = await requestStay(context, { ...request, host, span, kind: 'planned', bedsSeen: false })
      if (asked.again) clashes.push({ date, says: ['You have already asked for this date on its own.'] })
      else stays.push(asked.stay)
    } catch (no) {
      if (!(no instanceof Refusal)) throw no
      clashes.push({ date, says: stopsIn(no) })
    }
  }
  if (clashes.length > 0) {
    const some =
      clashes.length === 1
        ? 'One date cannot go ahead as it is'
        : `${count(clashes.length, 'date')} cannot go ahead as they are`
    throw new Refusal(`${some}. Nothing was sent. Choose what to do with each`, {
      field: 'dates',
      detail: { clashes },
    })
  }
  return stays
}

const stopsIn = ({ detail, message }: Refusal): string[] => {
  const findings = (detail.findings ?? []) as { level: string; says: string }[]
  const stops = findings.filter(({ level }) => level === 'stop').map(({ says }) => says)
  return stops.length > 0 ? stops : [message]
}

/** A date that is skipped because something stops it was needed all the same; one that is left out freely was not. */
async function keepNeed(context: Context, request: Request & { span: Asked['span'] }): Promise<void> {
  const asked = { ...request, kind: 'planned' as const, before: [] }
  const { fits, findings, packVersion } = await weigh(context, asked, request.children, request.host)
  if (fits) return
  const stops = findings.filter(({ level }) => level === 'stop')
  await saveUnmetNeed(context, {
    ...request,
    stay: null,
    outcome: 'stopped',
    reason: stops.map(({ says }) => says).join(' '),
    findings: findings.map(forEyes),
    packVersion,
  })
}
