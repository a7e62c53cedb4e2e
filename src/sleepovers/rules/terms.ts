import { ageOn, type Day, holds, weekday } from '../../values/london.ts'
import { count, shortDay } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'
import { fosteredOn, isFostered } from './limit.ts'
import { daysOfNight } from './presence.ts'

/**
 * Invariants 3 and 4: the host is approved on every day of the stay, and the stay is within the terms (number,
 * ages, sex). They hold for looked-after children. Outside terms the out-of-hours manager may say yes, for at most
 * six working days, counted over the whole stay (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 23).
 */
export function termFindings(weighed: Weighed): Finding[] {
  const { asked, host, children, days, nights, pack } = weighed
  const fostered = children.filter((child) => days.some((day) => isFostered(child, day)))
  if (fostered.length === 0) return []

  const unapproved = days.filter((day) => !host.approvals.some(({ during }) => holds(during, day)))
  const approval: Finding[] = unapproved[0]
    ? [
        {
          rule: '3',
          key: '3',
          level: 'stop',
          says: `${host.name} is not an approved foster home on ${shortDay(unapproved[0])}.`,
          evidence: host.approvals.length
            ? 'The approval does not hold for the whole stay'
            : 'No approval on record',
          source: pack.approvalReview.source,
          overriddenBy: [],
          children: [],
        },
      ]
    : []

  const long = workingDays(days) > pack.emergencyOutsideTerms.workingDays
  const outside = (key: string, says: string, evidence: string, of: string[]): Finding => ({
    rule: '4',
    key,
    level: long ? 'stop' : 'yes',
    says: long
      ? `${says} Outside terms a stay is at most ${pack.emergencyOutsideTerms.workingDays} working days.`
      : says,
    evidence,
    source: pack.emergencyOutsideTerms.source,
    overriddenBy: long ? [] : pack.rules['4'].overriddenBy,
    children: of,
  })

  const aboutChildren = fostered.flatMap((child) => {
    const terms = host.approvals.filter(({ during }) => days.some((day) => holds(during, day)))
    const [age] = terms.flatMap(({ during, ageMin, ageMax }) =>
      days
        .filter((day) => holds(during, day))
        .map((day) => ({ ageMin, ageMax, years: ageOn(child.dob, day) }))
        .filter(({ years }) => years < ageMin || years > ageMax),
    )
    const sex = terms.find((t) => t.sex !== 'any' && t.sex[0]?.toUpperCase() !== child.sex)
    return [
      ...(age
        ? [
            outside(
              `4:age:${child.id}`,
              `${host.name} is approved for ages ${age.ageMin} to ${age.ageMax}; ${child.name} would be ${age.years}.`,
              'Terms of approval: ages',
              [child.id],
            ),
          ]
        : []),
      ...(sex
        ? [
            outside(
              `4:sex:${child.id}`,
              `${host.name} is approved for ${sex.sex === 'female' ? 'girls' : 'boys'}.`,
              'Terms of approval: sex',
              [child.id],
            ),
          ]
        : []),
    ]
  })

  const [crowded] = nights
    .flatMap((night) => {
      const terms = host.approvals.filter(({ during }) =>
        daysOfNight(night, days).some((day) => holds(during, day)),
      )
      const places = Math.min(...terms.map((term) => term.places))
      const number = fosteredOn(weighed, night).length
      return number > places ? [{ night, places, number, over: number - places }] : []
    })
    .toSorted((a, b) => b.over - a.over)
  const number =
    asked.kind === 'day_care'
      ? byDay(weighed, outside)
      : crowded
        ? [
            outside(
              // A yes to one child too many is no yes to two.
              `4:number:${crowded.number}`,
              `${host.name} is approved for ${count(crowded.places, 'child', 'children')}; there would be ${crowded.number} on ${shortDay(crowded.night)}.`,
              'Terms of approval: number',
              [],
            ),
          ]
        : []
  return [...approval, ...aboutChildren, ...number]
}

type Outside = (key: string, says: string, evidence: string, of: string[]) => Finding

/**
 * The most foster children who would be in the home at one moment of a day. Schedule 7 counts those who sleep there;
 * how many a home is approved for says how many it can look after at once, so by day it is held against that.
 */
function byDay({ asked, host, children, days }: Weighed, outside: Outside): Finding[] {
  const places = Math.min(
    ...host.approvals.filter(({ during }) => days.some((day) => holds(during, day))).map((a) => a.places),
  )
  const others = host.sleepers.filter((s) => s.fostered && !children.some(({ id }) => id === s.child))
  const moments = [asked.span.from, ...others.flatMap(({ present }) => present.map(({ from }) => from))]
  const most = Math.max(
    ...moments
      .filter((moment) => asked.span.from <= moment && moment < asked.span.to)
      .map(
        (moment) =>
          others.filter(({ present }) => present.some((s) => s.from <= moment && moment < s.to)).length,
      ),
  )
  const number = most + children.length
  if (number <= places) return []
  return [
    outside(
      `4:number:${number}`,
      `${host.name} is approved for ${count(places, 'child', 'children')}; there would be ${number} at once.`,
      'Terms of approval: number',
      [],
    ),
  ]
}

/** Monday to Friday. Bank holidays count as working days: that errs towards asking sooner. */
const workingDays = (days: readonly Day[]) => days.filter((day) => weekday(day) <= 5).length
