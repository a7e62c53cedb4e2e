import { addDays, type Day, holds } from '../values/london.ts'
import { count } from '../values/words.ts'
import type { HostFacts } from './facts.ts'
import { freeOn, isOpen } from './rules/beds.ts'

/** A night at a host, without saying who is there. */
export type NightAtHost = { night: Day; state: 'free' | 'limited' | 'full'; words: string; beds: number }

/** Nights from `first`, `number` of them: free (as many beds as are kept), limited, or full (or closed). */
export function nightsAt(host: HostFacts, first: Day, number: number): NightAtHost[] {
  return Array.from({ length: number }, (_, index) => {
    const night = addDays(first, index)
    if (!isOpen(host, night)) return { night, state: 'full' as const, words: 'closed', beds: 0 }
    const beds = freeOn(host, night)
    const kept = host.beds.filter(({ during }) => holds(during, night)).length
    if (beds === 0) return { night, state: 'full' as const, words: 'full', beds }
    return {
      night,
      state: beds < kept ? ('limited' as const) : ('free' as const),
      words: count(beds, 'bed'),
      beds,
    }
  })
}
