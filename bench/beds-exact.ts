import type { Agreement, Bed, Child, Home, Stretch } from './beds-homes.ts'

/*
 * Whether there is a bed that fits each child: tries every way to put them, in plain numbers. Written from domain.md
 * (invariants 6 and 7) and shares no code with the rules it judges.
 */

const meets = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to

/** The days a stay touches, the last one included. */
function touched({ stay }: Home): number[] {
  const days: number[] = []
  for (let day = Math.floor(stay.from / 24); day * 24 < stay.to; day++) days.push(day)
  return days
}

/** The evenings of its nights: it is there at some moment between midnight and five the morning after. */
const evenings = (home: Home): number[] =>
  [-1, ...touched(home).map((_, index) => index)]
    .map((index) => Math.floor(home.stay.from / 24) + index)
    .filter((day) => meets(home.stay, { from: (day + 1) * 24, to: (day + 1) * 24 + 5 }))

const isOpen = (home: Home) =>
  evenings(home).every((night) => !home.closed.some(({ from, to }) => from <= night && night < to))

/** Beds that stand there every day of the stay and that nobody else sleeps in at any moment of it. */
const free = (home: Home): Bed[] =>
  home.beds.filter(
    (bed) =>
      touched(home).every((day) => bed.days.from <= day && day < bed.days.to) &&
      !home.there.some((one) => one.bed === bed.id && one.hours.some((hours) => meets(hours, home.stay))),
  )

type Sleeper = Pick<Child, 'id' | 'turnsThree'>

/** Whether `of` may share a bedroom with `beside`: under three to the end, or agreed for each day. */
function maySleepBeside(home: Home, of: Sleeper, beside: Sleeper): boolean {
  const days = touched(home)
  if (of.turnsThree > (days.at(-1) ?? 0)) return true
  const covers = (agreement: Agreement, day: number) =>
    agreement.of === of.id &&
    agreement.beside === beside.id &&
    agreement.days.from <= day &&
    day < agreement.days.to
  return days.every((day) => home.agreements.some((agreement) => covers(agreement, day)))
}

const bothMay = (home: Home, a: Sleeper, b: Sleeper) =>
  maySleepBeside(home, a, b) && maySleepBeside(home, b, a)

/** Whether the child may sleep in the room with everybody who is there already at some moment of the stay. */
const mayJoin = (home: Home, child: Child, room: string) =>
  home.there
    .filter((one) => one.room === room && one.hours.some((hours) => meets(hours, home.stay)))
    .every((one) => bothMay(home, child, one))

export function bedThatFits(home: Home): boolean {
  if (!isOpen(home)) return false
  const beds = free(home)
  const put = (index: number, placed: { child: Child; bed: Bed }[]): boolean => {
    const child = home.children[index]
    if (!child) return true
    return beds.some(
      (bed) =>
        !placed.some((one) => one.bed === bed) &&
        mayJoin(home, child, bed.room) &&
        placed.every((one) => one.bed.room !== bed.room || bothMay(home, child, one.child)) &&
        put(index + 1, [...placed, { child, bed }]),
    )
  }
  return put(0, [])
}

/**
 * What a simpler system answers, which counts each need on its own. `number`: on each night there are as many beds that
 * nobody sleeps in as children. `both`: and each child alone has a bed that fits.
 */
export function countedAlone(home: Home): { number: boolean; both: boolean } {
  const number =
    isOpen(home) &&
    evenings(home).every((night) => {
      const hours = { from: (night + 1) * 24, to: (night + 1) * 24 + 5 }
      const left = home.beds.filter(
        (bed) =>
          bed.days.from <= night &&
          night < bed.days.to &&
          !home.there.some((one) => one.bed === bed.id && one.hours.some((there) => meets(there, hours))),
      )
      return left.length >= home.children.length
    })
  const alone = home.children.every((child) => free(home).some((bed) => mayJoin(home, child, bed.room)))
  return { number, both: number && alone }
}
