import { addMonths, type Day, dayOf, overlap } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { count, list, longDay, shortDay } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'
import { isFostered } from './limit.ts'

const HOLIDAY = 'carer_holiday'

/**
 * Invariants 13 to 15. A child is in one place at a time. More than three nights is longer than a sleepover should
 * be; nights of the stays this one goes on from count with it. More than 7 nights (SSDA903 code T4), or 21 and at most twice in twelve months while the carer is on holiday
 * (T3), is no longer a stay for a looked-after child.
 */
export function lengthFindings({ asked, children, nights: asNew, days, pack }: Weighed): Finding[] {
  const nights = [...new Set([...asked.before.flatMap(nightsOf), ...asNew])].toSorted()
  const elsewhere = children
    .filter((child) => child.otherStays.some((stay) => overlap(stay, asked.span)))
    .map(
      (child): Finding => ({
        rule: '13',
        key: `13:${child.id}`,
        level: 'stop',
        says: `${child.name} already has a stay in that time.`,
        evidence: 'Another stay holds a bed for this child',
        source: pack.rules['13'].title,
        overriddenBy: [],
        children: [child.id],
      }),
    )

  const moved = children
    .filter((child) => child.home !== asked.home)
    .map(
      (child): Finding => ({
        rule: '13',
        key: `13:home:${child.id}`,
        level: 'stop',
        says: `${child.name} will not live at this home then. Their new home can ask.`,
        evidence: 'Placement on the first day of the stay',
        source: pack.rules['13'].title,
        overriddenBy: [],
        children: [child.id],
      }),
    )

  const fostered = children.filter((child) => days.some((day) => isFostered(child, day)))
  const holiday = asked.why === HOLIDAY
  const limit = holiday ? pack.t3Nights : pack.t4Nights
  const tooLong: Finding[] =
    fostered.length > 0 && nights.length > limit.nights
      ? [
          {
            rule: '15',
            key: '15',
            level: 'stop',
            says: `${count(nights.length, 'night')} is too long for a sleepover: at most ${limit.nights}${holiday ? ' while a carer is on holiday' : ''}. After that it is a change of placement, which their social worker arranges.`,
            evidence: `${shortDay(nights[0] ?? '')} to ${shortDay(nights.at(-1) ?? '')}`,
            source: limit.source,
            overriddenBy: [],
            children: [],
          },
        ]
      : []
  const tooOften = fostered.flatMap((child): Finding[] => {
    // A stay that goes on from another was counted with the first of them.
    const others =
      holiday && asked.before.length === 0
        ? holidaysWith(
            child.holidayStays.map(({ from }) => dayOf(from)),
            days[0] ?? '',
          )
        : []
    return others.length < pack.t3PerTwelveMonths.times
      ? []
      : [
          {
            rule: '15',
            key: `15:${child.id}`,
            level: 'stop',
            says: `${child.name} has ${count(others.length, 'other stay')} in the same 12 months because their carer is on holiday; ${pack.t3PerTwelveMonths.times} is the most.`,
            evidence: `Stays from ${list(others.map(longDay))}`,
            source: pack.t3PerTwelveMonths.source,
            overriddenBy: [],
            children: [child.id],
          },
        ]
  })

  const long: Finding[] =
    tooLong.length === 0 && nights.length > pack.stayWarningNights.nights
      ? [
          {
            rule: '14',
            key: '14',
            level: 'know',
            says: `${count(nights.length, 'night')} is longer than a sleepover should be (${pack.stayWarningNights.nights}). The liaison worker will ask why.`,
            evidence: `${shortDay(nights[0] ?? '')} to ${shortDay(nights.at(-1) ?? '')}`,
            source: pack.stayWarningNights.source,
            overriddenBy: [],
            children: [],
          },
        ]
      : []
  return [...elsewhere, ...moved, ...tooLong, ...tooOften, ...long]
}

/**
 * The most stays, of those that begin on these days, that fall in one twelve months with a stay from `first`. Those
 * booked for later count too: else a third one fits in before them.
 */
function holidaysWith(begin: readonly Day[], first: Day): Day[] {
  const months = [first, ...begin].filter((from) => from <= first && first < addMonths(from, 12))
  return months
    .map((from) => begin.filter((day) => day >= from && day < addMonths(from, 12)).toSorted())
    .reduce((most, some) => (some.length > most.length ? some : most), [])
}
