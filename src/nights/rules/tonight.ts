import { addDays, type Day, dayOf, momentAt, overlap, type Span, timeOf } from '../../values/london.ts'

/** A stay as it was known at some moment. */
export type StayThen = {
  stay: string
  kind: string
  status: string
  home: string
  host: string
  from: Date
  to: Date
  /** The stay it goes on from, and how and where that one stood. */
  follows: string | null
  formerStatus: string | null
  formerHost: string | null
  arrivedAt: Date | null
  /** When it was over, however it ended. */
  overAt: Date | null
  bed: string | null
  room: string | null
}

/**
 * `home`: where they live. `staying`: at a host. `arriving`: expected at a host. `late_arrival`: should have arrived
 * by now. `late_home`: should be home by now. `elsewhere`: the stay became more than a stay, and no other home is
 * written down yet.
 */
export type State = 'home' | 'staying' | 'arriving' | 'late_arrival' | 'late_home' | 'elsewhere'

export type Where = { state: State; at: string | null; stay: StayThen | null }

/** The small hours of a night, midnight to 5am, London (docs/decisions/0005). */
export const smallHours = (night: Day): Span => ({
  from: momentAt(addDays(night, 1), '00:00'),
  to: momentAt(addDays(night, 1), '05:00'),
})

/** The night a moment belongs to: until 5am the one that is going on, then the one to come. */
export const nightAt = (moment: Date): Day => {
  const day = dayOf(moment)
  return timeOf(moment) < '05:00' ? addDays(day, -1) : day
}

/** What wins where a child has several stays that touch a night: where they are, before where they should be. */
const RANK: Record<State, number> = {
  late_home: 5,
  staying: 4,
  elsewhere: 3,
  late_arrival: 2,
  arriving: 1,
  home: 0,
}

/**
 * Where a child sleeps on a night, from what was known at `moment`. `home` is where they live that night; null for
 * nowhere the reader may know.
 */
export function whereOn(
  night: Day,
  moment: Date,
  { home, stays }: { home: string | null; stays: readonly StayThen[] },
): Where {
  const found = stays.flatMap((stay): Where[] => {
    const state = stateOf(stay, night, moment, home, stays)
    return state ? [{ state, at: state === 'elsewhere' ? null : stay.host, stay }] : []
  })
  const [first] = found.toSorted(
    (a, b) => RANK[b.state] - RANK[a.state] || (b.stay?.from.getTime() ?? 0) - (a.stay?.from.getTime() ?? 0),
  )
  return first ?? { state: 'home', at: home, stay: null }
}

/** What one stay says of the night; null where it says nothing. */
function stateOf(
  stay: StayThen,
  night: Day,
  moment: Date,
  home: string | null,
  all: readonly StayThen[],
): State | null {
  const hours = smallHours(night)
  const planned = overlap(stay, hours)
  const began = stay.arrivedAt ?? stay.from
  switch (stay.status) {
    case 'accepted':
      return planned ? expected(stay, moment) : null
    case 'arrived':
      if (planned) return stay.to <= moment ? 'late_home' : 'staying'
      // Nobody said they went home: that is known of the nights until now, not of those to come.
      return stay.to <= moment &&
        stay.to <= hours.from &&
        began < hours.to &&
        night <= nightAt(moment) &&
        !all.some(({ follows }) => follows === stay.stay)
        ? 'late_home'
        : null
    case 'returned':
    case 'continued':
    case 'converted':
      if (overlap({ from: began, to: stay.overAt ?? stay.to }, hours)) return 'staying'
      return stay.status === 'converted' && planned && home === stay.home ? 'elsewhere' : null
    default:
      return null
  }
}

/** An agreed stay nobody has arrived at. One that goes on from another is there already, or moves on from there. */
function expected(stay: StayThen, moment: Date): State {
  const there = stay.formerStatus === 'arrived' || stay.formerStatus === 'continued'
  if (there && (stay.formerHost === stay.host || stay.from <= moment)) return 'staying'
  return stay.from > moment ? 'arriving' : 'late_arrival'
}

/** Those who sleep at somebody else’s, as far as is known. */
export const isOut = (state: State): boolean => state === 'staying' || state === 'late_home'

export const isLate = (state: State): boolean => state === 'late_home' || state === 'late_arrival'
