import { type Context, widened } from '../platform/context.ts'
import { takeTurns } from '../platform/locks.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Span } from '../values/london.ts'
import { type Finding, forEyes, type StayAsked } from './facts.ts'
import { tellsWhereSomebodyIs } from './rules/meeting.ts'
import { askSameRequest, saveStay, saveUnmetNeed, saveWeighing, spansBefore } from './store.ts'
import { askCards, saveHandoverList } from './store-handover.ts'
import { type Around, askPeopleAround } from './store-people.ts'
import { askWeighing, type Weighed } from './weigh.ts'
import type { Kind } from './words.ts'
import { askForYeses } from './yeses.ts'

/** A stay that is asked for, of whatever kind. */
export type Request = {
  kind: Kind
  home: string
  host: string
  children: string[]
  span: Span
  why: string
  note: string | null
  splitReason: string | null
  views: Record<string, string>
  /** The asker was shown free beds, so a missing one was taken since. */
  bedsSeen: boolean
  /** Why the host cannot is not for the asker to know: the need is kept without the words. */
  beyond?: boolean
  follows?: string | null
  series?: string | null
  /** The bed each child sleeps in already, to be kept where it can, or changed for another. */
  bedsNow?: StayAsked['bedsNow']
}

export type Requested = {
  stay: string
  /** It was there already: the same form, sent twice over a slow line, is one request. */
  again: boolean
  weighing: Weighed | null
  around: Around
}

const TAKEN = 'Someone has just taken that bed. Nothing was sent. Look at what would also work'

/** What the database's last line says to whoever asks for a stay, of whatever kind. */
export const requestConflicts = {
  one_bed_one_child: TAKEN,
  one_child_one_place: 'One of the children already has a stay in that time. Open it to change it',
  host_is_not_home: 'Choose another home than their own',
  stay_followed_once: 'Somebody has just asked what comes after this stay. Open it to see',
}

/**
 * The one way into a bed: takes its turn, holds the request against every rule, and saves it with its beds held, what
 * the rules said, the handover list and the yeses it asks for. A stop is a `Refusal` with every finding, and the need
 * is kept as one that could not be met. `settled` says which findings need nobody's yes any more.
 */
export async function requestStay(
  context: Context,
  request: Request,
  settled: (findings: readonly Finding[]) => readonly Finding[] = () => [],
): Promise<Requested> {
  const { children, host } = request
  await takeTurns(context, [...children, host])
  const before = await spansBefore(context, request.follows ?? null)
  // All that is asked goes out at once, in this order, once it is our turn.
  const same = await askSameRequest(context, request)
  const asked = await widened(context, async () => ({
    weighing: await askWeighing(context, { ...request, before }, children, host),
    around: await askPeopleAround(context, request),
    cards: request.follows ? null : await askCards(context, children),
  }))
  const sent = await same.answer()
  if (sent) return { stay: sent, again: true, weighing: null, around: await asked.around.answer() }
  const weighing = await asked.weighing.answer()
  // Advice could be overridden, but to ask for that yes is to learn who is there.
  const tells = request.beyond && weighing.findings.some(tellsWhereSomebodyIs)
  if (!weighing.fits || tells) throw notMet(request, weighing)
  const { findings, beds } = weighing
  const around = await asked.around.answer()
  const needed = findings.filter((finding) => !settled(findings).includes(finding))
  const stay = await saveStay(context, {
    ...request,
    constellation: around.constellation,
    follows: request.follows ?? null,
    series: request.series ?? null,
    children: children.map((child) => ({
      child,
      bed: beds.get(child) ?? null,
      view: request.views[child] ?? null,
    })),
  })
  await saveWeighing(context, stay, 'asked', weighing)
  if (asked.cards) await saveHandoverList(context, stay, await asked.cards.answer())
  await askForYeses(context, stay, needed, request, around)
  return { stay, again: false, weighing, around }
}

/** The no to a request that something stops, which is kept as an unmet need. */
function notMet(request: Request, { findings, packVersion }: Weighed): Refusal {
  const stops = findings.filter(({ level }) => level === 'stop')
  const taken = request.bedsSeen && stops.length > 0 && stops.every(({ key }) => key === '6')
  return new Refusal(
    taken ? TAKEN : 'This cannot go ahead as it is. We have kept it as a need that could not be met',
    {
      detail: { findings: findings.map(forEyes) },
      keep: (again) =>
        saveUnmetNeed(again, {
          ...request,
          stay: null,
          findings,
          packVersion,
          outcome: taken ? 'taken' : 'stopped',
          reason: request.beyond
            ? 'A home outside the constellation could not take them'
            : stops.map(({ says }) => says).join(' '),
        }),
    },
  )
}
