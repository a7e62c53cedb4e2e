/*
 * Homes with mixed needs, in plain numbers: hours from midnight of 20 November 2026 (winter, so a London hour is one of
 * UTC's), and days from that day. Stretches are half-open.
 */

export type Stretch = { from: number; to: number }
export type Bed = { id: string; room: string; days: Stretch }
/** Somebody who is there already. Who has a bed is in its room; who lives there is in a room of their own. */
export type There = {
  id: string
  bed: string | null
  room: string | null
  hours: Stretch[]
  turnsThree: number
}
export type Child = { id: string; turnsThree: number }
/** `of` may share a bedroom with `beside`, as their authority wrote, on these days. */
export type Agreement = { of: string; beside: string; days: Stretch }
export type Home = {
  stay: Stretch
  children: Child[]
  beds: Bed[]
  there: There[]
  agreements: Agreement[]
  closed: Stretch[]
}

export const FAR = 100_000

/** The same homes for the same seed. */
export function* randomHomes(count: number, seed: number): Generator<Home> {
  const random = dice(seed)
  for (let number = 0; number < count; number++) yield randomHome(random)
}

type Dice = { chance: (of: number) => boolean; whole: (low: number, high: number) => number }

function randomHome({ chance, whole }: Dice): Home {
  const firstDay = whole(4, 6)
  const nights = whole(1, 4)
  const stay = { from: firstDay * 24 + whole(8, 21), to: (firstDay + nights) * 24 + whole(7, 18) }
  const children = Array.from({ length: whole(1, 4) }, (_, index) => ({
    id: `child-${index}`,
    turnsThree: threeOn(firstDay, nights, { chance, whole }),
  }))
  const beds = Array.from({ length: whole(1, 4) }, (_, room) =>
    Array.from({ length: whole(1, 3) }, (_, bed) => ({
      id: `bed-${room}-${bed}`,
      room: `room-${room}`,
      days: {
        from: chance(0.12) ? whole(0, firstDay + nights) : -FAR,
        to: chance(0.12) ? whole(firstDay, firstDay + nights + 3) : FAR,
      },
    })),
  ).flat()
  const there = [
    ...beds.flatMap((bed) => guestsOf(bed, { chance, whole }, firstDay)),
    ...Array.from({ length: whole(0, 2) }, (_, index) => ({
      id: `lives-${index}`,
      bed: null,
      room: null,
      hours: [{ from: -FAR, to: FAR }],
      turnsThree: -1000,
    })),
  ]
  const shares = chance(0.5) ? 0.85 : 0.35
  const everyone = [...children, ...there]
  const agreements = everyone.flatMap((of) =>
    everyone
      .filter((beside) => beside.id !== of.id && chance(shares))
      .flatMap((beside) => agreed(of.id, beside.id, { chance, whole }, firstDay, nights)),
  )
  const closed = chance(0.04) ? [{ from: firstDay + whole(-2, nights), to: firstDay + nights + 2 }] : []
  return { stay, children, beds, there, agreements, closed }
}

/** The day somebody turns three: long ago, during the stay, on its edges, or years away. */
const threeOn = (firstDay: number, nights: number, { chance, whole }: Dice): number =>
  chance(0.6) ? -whole(30, 4000) : chance(0.5) ? whole(firstDay - 1, firstDay + nights + 2) : whole(60, 900)

/** Who sleeps in a bed around the time of the stay: nobody, one, or one after another. */
function guestsOf(bed: Bed, dice: Dice, firstDay: number): There[] {
  const { chance, whole } = dice
  const guests: There[] = []
  let free = (firstDay - 4) * 24
  while (chance(guests.length === 0 ? 0.4 : 0.3)) {
    const from = free + whole(0, 90)
    const to = from + whole(8, 60)
    guests.push({
      id: `there-${bed.id}-${guests.length}`,
      bed: bed.id,
      room: bed.room,
      hours: [{ from, to }],
      turnsThree: threeOn(firstDay, 3, dice),
    })
    free = to
  }
  return guests
}

/** Mostly for good; now and then for a part of the time, or for two parts with or without a gap between. */
function agreed(
  of: string,
  beside: string,
  { chance, whole }: Dice,
  firstDay: number,
  nights: number,
): Agreement[] {
  if (chance(0.8)) return [{ of, beside, days: { from: -FAR, to: FAR } }]
  const middle = whole(firstDay, firstDay + nights + 1)
  const first = { of, beside, days: { from: -FAR, to: middle } }
  return chance(0.5) ? [first] : [first, { of, beside, days: { from: middle + whole(0, 1), to: FAR } }]
}

/** Numbers that look random and follow from the seed (mulberry32). */
function dice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (of) => next() < of,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
  }
}
