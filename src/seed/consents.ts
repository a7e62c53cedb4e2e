import { carersOf, type HomeKey, homes, type StaffKey, staff } from '../../seeds/county.ts'
import type { Offset, SeedChild, StaysConsent } from '../../seeds/shape.ts'
import { giveConsent } from '../children/give-consent.ts'
import { isLookedAfter } from '../children/legal-status.ts'
import { list } from '../values/words.ts'
import { COUNCIL, type World } from './world.ts'

type Asked = SeedChild & { child: string; home: HomeKey; worker: StaffKey; index: number }
type Decision = 'agreed' | 'refused' | 'ask_each_time'

const LONGEST = -300

/** What the social worker wrote down of stays, so that it stands as told on the anchor day; null where nobody asked. */
function aboutStays(stays: StaysConsent, index: number): { decision: Decision; until: Offset | null } | null {
  if (stays === 'not_asked') return null
  if (stays === 'refused') return { decision: 'refused', until: null }
  if (stays === 'ask_each_time') return { decision: 'ask_each_time', until: null }
  if (stays === 'runs_out_next_week') return { decision: 'agreed', until: 7 }
  if (stays === 'run_out') return { decision: 'agreed', until: -10 }
  // Agreed, or agreed and withdrawn since; not every yes ends on one day.
  return { decision: 'agreed', until: 90 + ((index * 17) % 200) }
}

/** Records who agreed to what, item by item: the authority, or for a child who is not looked after the guardians. */
export async function writeConsents(world: World, asked: Asked): Promise<void> {
  const { child, worker, home, stays, index, condition, also = {} } = asked
  const lookedAfter = isLookedAfter(asked.status)
  const authority = asked.authority ?? COUNCIL
  const base = {
    child,
    basis: lookedAfter ? 'delegated_authority' : 'parental_responsibility',
    givenBy: lookedAfter
      ? `${staff[worker].name}, ${authority}`
      : list(carersOf(homes[home]).map(([, name]) => name)),
    from: world.day(Math.max(asked.placed, LONGEST)),
  } as const
  const overnight = aboutStays(stays, index)
  if (overnight) {
    await world.does(worker, giveConsent, {
      ...base,
      item: 'overnight_stay',
      decision: overnight.decision,
      until: overnight.until === null ? null : world.day(overnight.until),
      whoMayAgree: lookedAfter ? 'The carers, up to three nights at a home of their constellation' : null,
      tell: lookedAfter ? 'Their social worker, by the next working day' : null,
      conditions: condition ?? null,
      reviewOn: world.day(60 + (index % 9) * 10),
    })
  }
  for (const [item, decision] of Object.entries(also) as [keyof typeof also, Decision][]) {
    await world.does(worker, giveConsent, { ...base, item, decision, reviewOn: world.day(180) })
  }
}
