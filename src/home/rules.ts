import type { StayListed } from '../sleepovers/store-lists.ts'
import { sayStatus } from '../sleepovers/words.ts'
import { type Day, momentAt } from '../values/london.ts'
import { count, dayAndTime, list, longDay, shortDay } from '../values/words.ts'
import type { CheckDue, Invited, TaskListed } from './store.ts'

/** One thing a person should look at next. */
export type NextThing = {
  /** What orders it: when it happens or is due. */
  at: Date
  heading: string
  says: string
  note: string
  href: string
}

const CHECKS: Record<string, string> = {
  dbs: 'DBS check',
  medical: 'medical',
  review: 'review',
  allergy_training: 'allergy training',
  first_aid: 'first aid training',
}

type Facts = {
  stays: readonly StayListed[]
  tasks: readonly TaskListed[]
  invitations: readonly Invited[]
  checks: readonly CheckDue[]
  /** Homes the reader is a carer of: being asked comes before everything else. */
  ownHomes: readonly string[]
  today: Day
}

/**
 * What to look at next, the most pressing first: an answer that somebody waits for, then everything else by the
 * moment it happens or is due.
 */
export function nextThings({ stays, tasks, invitations, checks, ownHomes, today }: Facts): NextThing[] {
  const who = (stay: StayListed) =>
    stay.names.length > 0 ? list(stay.names) : count(stay.number, 'child', 'children')
  const asked = stays.filter(({ status, host }) => status === 'requested' && ownHomes.includes(host))
  const answers = asked.filter(isFirstOfSeries).map((stay) => {
    const dates = asked.filter(({ series }) => series !== null && series === stay.series).length
    const where = `${stay.kind === 'day_care' ? 'be' : 'sleep'} at your home`
    return {
      at: stay.from,
      heading: dayAndTime(stay.from),
      says: `Can ${who(stay)} ${where}${dates > 1 ? ` on ${dates} dates` : ''}?`,
      note: stay.waiting > 0 ? `Waits for ${count(stay.waiting, 'yes', 'yeses')}` : 'Say yes or no',
      href: dates > 1 ? `/series/${stay.series}` : `/sleepovers/${stay.id}`,
    }
  })
  const invited = invitations.map((one) => ({
    at: one.invitedAt,
    heading: 'An invitation',
    says: `Your home is invited to join ${one.constellation}.`,
    note: 'Say yes or no',
    href: `/invitations/${one.invitation}`,
  }))
  const rest = [
    ...stays
      .filter((stay) => !asked.includes(stay))
      .map((stay) => ({
        at: stay.from,
        heading: stay.status === 'arrived' ? `Until ${dayAndTime(stay.to)}` : dayAndTime(stay.from),
        says: `${who(stay)} ${stay.status === 'arrived' ? 'at' : stay.kind === 'day_care' ? 'to be at' : 'to sleep at'} ${stay.hostName ?? 'another home'}`,
        note: stay.lateSince ? `Late since ${dayAndTime(stay.lateSince)}` : sayStatus(stay),
        href: `/sleepovers/${stay.id}`,
      })),
    ...tasks.map((task) => ({
      at: task.due,
      heading: `By ${dayAndTime(task.due)}`,
      says: task.says,
      note: 'To do',
      href: task.aboutKind === 'stay' ? `/sleepovers/${task.aboutId}` : hrefOf(task),
    })),
    ...checks.map((check) => ({
      at: momentAt(check.expiresOn, '00:00'),
      heading:
        check.expiresOn < today ? `Ran out ${longDay(check.expiresOn)}` : `By ${shortDay(check.expiresOn)}`,
      says: `${check.name}: renew the ${CHECKS[check.kind] ?? check.kind}`,
      note: 'Check',
      href: `/households/${check.household}`,
    })),
  ]
  const soonest = (a: NextThing, b: NextThing) => a.at.getTime() - b.at.getTime()
  return [...answers.sort(soonest), ...invited, ...rest.sort(soonest)]
}

/** The dates of a series are one question. */
const isFirstOfSeries = ({ series }: StayListed, index: number, asked: readonly StayListed[]): boolean =>
  series === null || asked.findIndex((stay) => stay.series === series) === index

/** Where the thing a task or message is about is shown. */
export function hrefOf({ aboutKind, aboutId }: { aboutKind: string | null; aboutId: string | null }): string {
  const places: Record<string, string> = {
    stay: 'sleepovers',
    series: 'series',
    swap: 'swaps',
    constellation: 'constellations',
    invitation: 'invitations',
    household: 'households',
    child: 'children',
  }
  const place = aboutKind ? places[aboutKind] : undefined
  return place ? `/${place}/${aboutId}` : '/tasks'
}
