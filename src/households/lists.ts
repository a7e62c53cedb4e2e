import { z } from 'zod'
import { may } from '../access/policy.ts'
import { day, optionalDay } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { addDays } from '../values/london.ts'
import { asAtOf, asAtQuery } from './as-at.ts'
import { household, optionalOneOf } from './input.ts'
import { codes, HOME_KINDS } from './kinds.ts'
import { nightState, nightsBetween, shutBecause } from './rules.ts'
import { sees } from './sees.ts'
import { findHousehold } from './store.ts'
import { historyOf } from './store-history.ts'
import { listHomes, PAGE_SIZE } from './store-list.ts'
import { supervisingSocialWorkers } from './store-people.ts'
import { bedsFrom, closuresFrom, nameOf, patternsFrom } from './store-record.ts'
import { bedsTaken, staysAffected } from './store-stays.ts'

const page = z.coerce
  .number({ error: 'Enter a page number from 1' })
  .int({ error: 'Enter a page number from 1' })
  .min(1, { error: 'Enter a page number from 1' })
  .max(100_000, { error: 'Enter a page number from 1' })
  .default(1)

export const households = listing({
  name: 'households',
  says: 'The homes you may know, as at a day: by reference, name or the start of a postcode; 50 to a page.',
  query: asAtQuery.extend({
    search: z.string().trim().max(200, { error: 'Use 200 characters or fewer' }).default(''),
    kind: optionalOneOf(codes(HOME_KINDS), 'Choose what kind of home'),
    page,
  }),
  allow: may.readHomes,
  run: async (context, { search, kind, page, ...days }) => {
    const at = asAtOf(context, days)
    const { total, households } = await listHomes(context, { search, kind, page, at })
    return { asAt: at.day, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), households }
  },
})

export const householdHistory = listing({
  name: 'household-history',
  says: 'Everything ever recorded of a home: when it held, who wrote it down when, and what took its place.',
  query: z.object({ household }),
  allow: may.readHomes,
  run: async (context, { household }) => {
    const { reference } = await findHousehold(context, household)
    const now = { day: context.today, known: null }
    return {
      household,
      name: (await nameOf(context, household, now)) ?? reference,
      sees: sees(context.actor, household),
      facts: await historyOf(context, household),
    }
  },
})

const WEEKS = 12

export const householdAvailability = listing({
  name: 'household-availability',
  says: 'Twelve weeks of nights at a home: open or not, its beds and how many are taken. Never who is staying.',
  query: z.object({ household, from: optionalDay('the first night') }),
  allow: may.readHomes,
  run: async (context, { household, ...query }) => {
    const { reference } = await findHousehold(context, household)
    const from = query.from ?? context.today
    const until = addDays(from, WEEKS * 7)
    const at = { day: from, known: null }
    const closures = await closuresFrom(context, household, at)
    const patterns = await patternsFrom(context, household, at)
    const beds = await bedsFrom(context, household, at)
    const taken = await bedsTaken(context, household, from, until)
    const whole = sees(context.actor, household) === 'whole'
    const nights = nightsBetween(from, until).map((night) => {
      const shut = shutBecause(night, { closures, patterns })
      const here = beds.filter((bed) => bed.from <= night && (bed.until === null || night < bed.until)).length
      const used = taken.get(night) ?? 0
      return { night, shut, beds: here, free: Math.max(0, here - used), state: nightState(shut, here, used) }
    })
    return {
      household,
      name: (await nameOf(context, household, at)) ?? reference,
      can: { changeAvailability: may.changeAvailability(context.actor, { household }) },
      from,
      until,
      nights,
      closures: closures.map((one) => ({ ...one, reason: whole ? one.reason : null })),
      openNights: patterns.find((one) => one.from <= from)?.openNights ?? null,
    }
  },
})

export const staysAffectedList = listing({
  name: 'stays-affected',
  says: 'The stays a home could not have as agreed if it closed some nights or lost a bed. Nameless unless you know them.',
  query: z
    .object({
      household,
      from: day('the first night off'),
      until: optionalDay('the first night you are open again'),
      bed: z
        .guid()
        .nullish()
        .transform((value) => value ?? null),
    })
    .refine(({ from, until }) => until === null || from < until, {
      path: ['until'],
      error: 'The first night open again must be after the first night off',
    }),
  allow: may.readHomes,
  run: async (context, query) => {
    await findHousehold(context, query.household)
    return { household: query.household, stays: await staysAffected(context, query) }
  },
})

export const supervisors = listing({
  name: 'supervising-social-workers',
  says: 'Who holds the role of supervising social worker today.',
  query: z.object({}),
  allow: may.readPeople,
  run: (context) => supervisingSocialWorkers(context, context.today),
})
