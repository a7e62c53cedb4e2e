import type { Day } from '../../values/london.ts'
import { list, longDay } from '../../values/words.ts'
import type { Finding, Weighed } from '../facts.ts'
import { isFostered } from './limit.ts'

const NAMES: Record<string, string> = {
  dbs: 'DBS check',
  medical: 'medical',
  review: 'review',
  allergy_training: 'allergy training',
}
const FOR_EVERY_STAY = ['dbs', 'medical', 'review'] as const
/** A register has no medicals, so one that is not on record says nothing. */
const MUST_BE_ON_RECORD: readonly string[] = ['dbs', 'review']
const TRAINING = 'allergy_training'

/**
 * Invariants 11 and 12. A check that has run out (or runs out during the stay) blocks new stays of looked-after
 * children unless the fostering manager says yes; for a child with a severe allergy the allergy training is one of
 * them. The care card is read before arrival (National Minimum Standard 15.2), and an adrenaline pen lasts the stay.
 */
export function checkFindings({ host, children, days, pack }: Weighed): Finding[] {
  const last = days.at(-1) ?? ''
  const fostered = children.some((child) => days.some((day) => isFostered(child, day)))
  const severe = children.filter((child) =>
    // A pen is prescribed against a severe reaction, whatever the card calls the allergy.
    child.allergies.some(({ severity, pen }) => severity === 'severe' || pen),
  )
  const expiry = (kind: string): Day | undefined =>
    host.checks.find((check) => check.kind === kind)?.expiresOn

  const ranOut = fostered
    ? FOR_EVERY_STAY.flatMap((kind): Finding[] => {
        const expiresOn = expiry(kind)
        const fails = expiresOn === undefined ? MUST_BE_ON_RECORD.includes(kind) : expiresOn < last
        return fails
          ? [
              {
                rule: '11',
                key: `11:${kind}`,
                level: 'yes',
                says: expiresOn
                  ? `The ${NAMES[kind]} of ${host.name} runs out on ${longDay(expiresOn)}.`
                  : `${host.name} has no ${NAMES[kind]} on record.`,
                evidence: expiresOn
                  ? `${NAMES[kind]} to ${longDay(expiresOn)}`
                  : `No ${NAMES[kind]} on record`,
                source: pack.checks[kind].source,
                overriddenBy: pack.rules['11'].overriddenBy,
                children: [],
              },
            ]
          : []
      })
    : []

  const trained = expiry(TRAINING)
  const training: Finding[] =
    severe.length > 0 && (trained === undefined || trained < last)
      ? [
          {
            rule: '11',
            key: `11:${TRAINING}`,
            level: 'yes',
            says: trained
              ? `The allergy training of ${host.name} runs out on ${longDay(trained)}.`
              : `${host.name} has no allergy training on record.`,
            evidence: trained ? `Allergy training to ${longDay(trained)}` : 'No allergy training on record',
            source: pack.checks[TRAINING].source,
            overriddenBy: pack.rules['11'].overriddenBy,
            children: severe.map(({ id }) => id),
          },
        ]
      : []

  const pens = children.flatMap((child): Finding[] => {
    const carried = child.allergies.filter(({ pen }) => pen)
    const out = carried.filter(({ penExpires }) => penExpires && penExpires < last)
    const undated = carried.filter(({ penExpires }) => !penExpires)
    const base = {
      rule: '12' as const,
      evidence: 'Care card: allergies',
      source: pack.cardBeforeArrival.source,
      children: [child.id],
    }
    return [
      ...(out.length > 0
        ? [
            {
              ...base,
              key: `12:pen:${child.id}`,
              level: 'yes' as const,
              says: `${child.name}’s adrenaline pen (${list(
                out.map(({ what, penExpires }) => `${what}, to ${longDay(penExpires ?? '')}`),
              )}) runs out before the stay does. Get a new one before they go.`,
              overriddenBy: pack.rules['10'].overriddenBy,
            },
          ]
        : []),
      ...(undated.length > 0
        ? [
            {
              ...base,
              key: `12:pen-date:${child.id}`,
              level: 'know' as const,
              says: `Look at the date on ${child.name}’s adrenaline pen (${list(undated.map(({ what }) => what))}) before they go: the care card does not say when it runs out.`,
              overriddenBy: [],
            },
          ]
        : []),
    ]
  })

  const cards = children
    .filter((child) => child.allergies.length > 0 || child.takesMedicine)
    .map(
      (child): Finding => ({
        rule: '12',
        key: `12:card:${child.id}`,
        level: 'know',
        says: `${host.name} reads ${child.name}’s care card before ${child.name} arrives: ${whatIsOn(child)}.`,
        evidence: 'Care card',
        source: pack.cardBeforeArrival.source,
        overriddenBy: [],
        children: [child.id],
      }),
    )
  return [...ranOut, ...training, ...pens, ...cards]
}

const whatIsOn = (child: Weighed['children'][number]) => {
  const allergies = child.allergies.map(({ what, pen }) =>
    pen ? `${what} allergy, adrenaline pen goes with them` : `${what} allergy`,
  )
  return [...allergies, ...(child.takesMedicine ? ['medicine'] : [])].join('; ')
}
