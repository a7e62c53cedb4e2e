import { ageOn, type Day, holds, weekday } from '../../values/london.ts'
import { count, shortDay } from '../../values/words.ts'
import type { Finding, HostFacts, Weighed } from '../facts.ts'
import { fosteredOn, isFostered } from './limit.ts'

/**
 * Invariants 3 and 4: the host is approved on every day of the stay, and the stay is within the terms (number,
 * ages, sex). They hold for looked-after children. Outside terms the out-of-hours manager may say yes, for at most
 * six working days (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 23).
 */
export function termFindings(weighed: Weighed): Finding[] {
  const { host, children, days, nights, pack } = weighed
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
            ? 'The approval ends before the stay does'
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
    const terms = termsOn(host, days)
    const age = terms.find((t) =>
      days.some(
        (d) => holds(t.during, d) && (ageOn(child.dob, d) < t.ageMin || ageOn(child.dob, d) > t.ageMax),
      ),
    )
    const sex = terms.find((t) => t.sex !== 'any' && t.sex[0]?.toUpperCase() !== child.sex)
    return [
      ...(age
        ? [
            outside(
              `4:age:${child.id}`,
              `${host.name} is approved for ages ${age.ageMin} to ${age.ageMax}; ${child.name} is ${ageOn(child.dob, days[0] ?? '')}.`,
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

  const crowded = nights.flatMap((night) => {
    const places = host.approvals.find(({ during }) => holds(during, night))?.places
    const number = fosteredOn(weighed, night).length
    return places !== undefined && number > places ? [{ night, places, number }] : []
  })[0]
  const number = crowded
    ? [
        outside(
          '4:number',
          `${host.name} is approved for ${count(crowded.places, 'child', 'children')}; there would be ${crowded.number} on ${shortDay(crowded.night)}.`,
          'Terms of approval: number',
          [],
        ),
      ]
    : []
  return [...approval, ...aboutChildren, ...number]
}

const termsOn = (host: HostFacts, days: readonly Day[]) =>
  host.approvals.filter(({ during }) => days.some((day) => holds(during, day)))

/** Monday to Friday. Bank holidays count as working days: that errs towards asking sooner. */
const workingDays = (days: readonly Day[]) => days.filter((day) => weekday(day) <= 5).length
