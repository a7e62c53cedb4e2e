import { z } from 'zod'
import england from '../../rules/england.json' with { type: 'json' }
import { type Day, holds } from '../values/london.ts'
import { longDay } from '../values/words.ts'
import type { Role } from './actor.ts'
import { Refusal } from './refusals.ts'

/*
 * The numbers and rules that law, guidance and policy set, by date, each with its source (rules/england.json). Not
 * legal advice. A decision keeps the `version` of the pack it was taken under (domain.md, invariant 28).
 */

/** How binding a number is: a service may change all but the first. */
const statuses = ['law', 'guidance', 'local policy', 'product default'] as const

const cited = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({
    ...shape,
    /** Where it is written, as a person would look it up. */
    source: z.string().min(10),
    status: z.enum(statuses),
    note: z.string().optional(),
  })

const whole = z.int().positive()

const overriders = [
  'programme_lead',
  'fostering_manager',
  'team_manager',
  'liaison_worker',
  'supervising_social_worker',
  'child_social_worker',
  'duty_worker',
  'duty_manager',
] as const satisfies readonly Role[]

/**
 * One invariant. Levels: H nobody overrides; O a named role says yes, with reason, last day and review; E accepted
 * in an emergency, confirmed by the next working day; W a warning. Two where it depends, as `note` says.
 */
const rule = z.strictObject({
  title: z.string().min(1),
  level: z.array(z.enum(['H', 'O', 'E', 'W'])).min(1),
  overriddenBy: z.array(z.enum(overriders)).default([]),
  note: z.string().optional(),
})

/** The invariants by their number in domain.md section 5. */
const ruleNumbers = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
] as const

export type RuleNumber = (typeof ruleNumbers)[number]

const pack = z.strictObject({
  version: z.string().regex(/^[a-z]+-\d{4}-\d{2}$/),
  /** Half-open days; the last pack has no end. */
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  says: z.string(),
  fosteringLimit: cited({ children: whole }),
  emergencyOutsideTerms: cited({ workingDays: whole }),
  approvalReview: cited({ months: whole }),
  stayWarningNights: cited({ nights: whole }),
  t4Nights: cited({ nights: whole }),
  t3Nights: cited({ nights: whole }),
  t3PerTwelveMonths: cited({ times: whole }),
  ownBedroomFromAge: cited({ years: whole }),
  cardBeforeArrival: cited({ required: z.boolean() }),
  delegatedAuthority: cited({ items: z.boolean() }),
  satellites: cited({ least: whole, most: whole }),
  childrenMixture: cited({ least: whole, most: whole }),
  hub: cited({ spareBeds: whole, adultHomeFullTime: z.boolean() }),
  checks: z.strictObject({
    dbs: cited({ months: whole }),
    medical: cited({ months: whole }),
    review: cited({ months: whole }),
    allergy_training: cited({ months: whole }),
    first_aid: cited({ months: whole }),
  }),
  notification: cited({ hours: whole }),
  missingInterview: cited({ hours: whole }),
  smallNumbers: cited({ below: whole }),
  retention: z.strictObject({
    carerYearsAfterApproval: cited({ years: whole }),
    applicantYearsAfterEnd: cited({ years: whole }),
    childUntilBirthday: cited({ years: whole }),
    childYearsAfterDeath: cited({ years: whole }),
  }),
  rules: z.record(z.enum(ruleNumbers), rule),
})

export type RulePack = z.output<typeof pack>

/** Reads packs and checks that each day has at most one; throws the problems in words. */
export function readPacks(raw: unknown): RulePack[] {
  const read = z.strictObject({ packs: z.array(pack).min(1) }).safeParse(raw)
  if (!read.success) throw new Error(`The rule packs cannot be read:\n${z.prettifyError(read.error)}`)
  const packs = read.data.packs.toSorted((a, b) => a.from.localeCompare(b.from))
  for (const [at, { version, until }] of packs.entries()) {
    const next = packs[at + 1]
    if (next && (until === null || until > next.from)) {
      throw new Error(`The rule packs ${version} and ${next.version} hold on the same day`)
    }
  }
  return packs
}

export const rulePacks: readonly RulePack[] = readPacks(england)

/** The pack in force on a London day. Throws a `Refusal` where there is none: no decision without its rules. */
export function packAt(day: Day, packs: readonly RulePack[] = rulePacks): RulePack {
  const found = packs.find((one) => holds(one, day))
  if (!found) throw new Refusal(`There are no rules on record for ${longDay(day)}. Choose a later day`)
  return found
}
