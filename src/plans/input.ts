import { z } from 'zod'
import { id, ids, oneOf, optionalText, wholeNumber, yesNo } from '../platform/fields.ts'

export const plan = id('a plan')
export const household = id('a home')

/** An answer that may be left out; nothing becomes undefined, and the usual is taken. */
const orUsual = <T extends z.ZodType>(answer: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), answer.optional())

/** Any number of homes; none is an empty list. */
const homes = z.preprocess(
  (value) => (value === undefined || value === null || value === '' ? [] : [value].flat()),
  z.array(household),
)

const some = ids('the homes to plan for')

/** A number that may have a part after the point. */
const decimal = (what: string, least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value),
    z
      .number({ error: `Enter ${what} as a number from ${least} to ${most}` })
      .min(least, { error: `Enter ${what} as a number from ${least} to ${most}` })
      .max(most, { error: `Enter ${what} as a number from ${least} to ${most}` }),
  )

/** A price in kilometres. A thousand is farther than any service reaches: it counts as never. */
const km = (what: string) => orUsual(decimal(what, 0, 1000))

const pairs = z
  .array(z.object({ household, hub: id('a hub') }))
  .max(500, { error: 'Enter 500 pairs or fewer' })
  .default([])

/** What a person settles before a run. Whatever is left out is as usual. */
export const settled = {
  constellations: wholeNumber('how many constellations', 1, 200),
  upTo: orUsual(wholeNumber('how many constellations at most', 1, 200)),
  hubKm: km('the price of one more constellation'),
  satellitesLeast: orUsual(wholeNumber('the fewest satellites', 0, 40)),
  satellitesMost: orUsual(wholeNumber('the most satellites', 1, 40)),
  childrenLeast: orUsual(wholeNumber('the fewest children', 0, 200)),
  childrenMost: orUsual(wholeNumber('the most children', 0, 200)),
  /** Only these homes; left out, all of the service. */
  households: z.preprocess((value) => (value === '' ? undefined : value), some.optional()),
  mustBeIn: homes,
  hubs: z
    .array(
      z.object({
        household,
        may: yesNo('Choose whether it may be a hub'),
        /** Asked for in settle.ts, beside the home it is about. */
        reason: optionalText(500),
      }),
    )
    .max(500, { error: 'Enter 500 homes or fewer' })
    .default([]),
  settledHubs: homes,
  locks: pairs,
  bans: pairs,
  barriers: optionalText(20_000),
  journeys: optionalText(5_000_000),
  detour: orUsual(decimal('how much longer the road is', 1, 5)),
  leaveOutYesKm: km('the price of leaving out a home that said yes'),
  leaveOutUnsureKm: km('the price of leaving out a home that is not sure'),
  siblings: orUsual(oneOf(['always', 'price'], 'Choose how brothers and sisters are kept together')),
  siblingsKm: km('the price of parting brothers and sisters'),
  friendshipKm: km('the price of parting friends'),
  tieKm: km('the price of cutting a tie'),
  mixKm: km('the price of a poor mix of ages'),
  seed: orUsual(wholeNumber('the seed', 0, 2_000_000_000)),
}

const cost = z.object({
  journeys: z.int(),
  hubs: z.int(),
  leftOut: z.int(),
  wishes: z.int(),
  mix: z.int(),
  total: z.int(),
})

/** A plan as found: every home, with the hub it is with (null: left out), and what it costs in metres. */
export const best = z.object({
  seats: z.array(z.object({ household, hub: household.nullable() })),
  cost,
})
