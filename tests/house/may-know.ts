import { FAMILIES, type Family, type Kind } from './markers.ts'

/*
 * Who may know what, written down a second time and by itself: nothing here is read from the policy or the
 * database, so that a slip there does not slip in here. Authority: domain.md section 1 (who), section 2 (data
 * protection: need to know) and invariant 21.
 */

type Knows = { [F in Family | 'office']?: Kind[] | 'all' }

const EVERYTHING: Knows = {
  ...Object.fromEntries(FAMILIES.map((family) => [family, 'all'])),
  office: ['staff', 'audit'],
}

/** Everybody knows the names of the service and its staff; a carer, their own home too. */
const KNOWS: Record<string, Knows> = {
  // The hub home takes my child: now, next week and, if it says yes, in December. It took my neighbour's, once.
  'hub carer': { hub: 'all', mine: ['near', 'child', 'stay', 'apart'], peer: ['near', 'stay'] },
  'mine carer': {
    mine: ['near', 'home', 'child', 'stay', 'apart', 'unmet', 'leaving'],
    hub: ['near', 'ring'],
    peer: ['near'],
  },
  'peer carer': { peer: 'all', hub: ['near', 'ring'], mine: ['near'] },
  // Their child and mine must not meet: each side knows that much.
  'far carer': { far: 'all', mine: ['apart'] },
  // Invited: knows the constellation and its hub home.
  'free carer': { free: 'all', hub: ['near', 'ring'] },
  liaison_worker: {
    hub: 'all',
    mine: ['near', 'home', 'child', 'stay', 'apart', 'unmet', 'leaving'],
    peer: 'all',
    free: ['near', 'leaving'],
  },
  // Of my home alone.
  supervising_social_worker: {
    mine: ['near', 'home', 'child', 'stay', 'apart', 'unmet', 'leaving'],
    hub: ['near', 'ring'],
  },
  // Of my child alone; knows where the child lives and stays.
  child_social_worker: { mine: ['near', 'child', 'stay', 'apart'], hub: ['near'] },
  programme_lead: { ...EVERYTHING, office: ['staff', 'audit', 'upload'] },
  fostering_manager: EVERYTHING,
  team_manager: EVERYTHING,
  duty_worker: EVERYTHING,
  duty_manager: EVERYTHING,
  inspector: EVERYTHING,
  operator: EVERYTHING,
  recruitment_officer: {},
  young_person: {},
  coach: {},
}

/** Whether somebody of a service may know a thing, `north mine child`. */
export function mayKnow(service: string, who: string, thing: string): boolean {
  const [of, family = '', kind = ''] = thing.split(' ')
  if (of !== service) return false
  if (family === 'office' && kind === 'staff') return true
  const knows = KNOWS[who]
  if (!knows) throw new Error(`Say in may-know.ts what the ${who} may know`)
  const about = knows[family as keyof Knows]
  return about === 'all' || Boolean(about?.includes(kind as Kind))
}

/**
 * What a table's rows hold besides, where a row is for several people and its columns cannot be told apart there:
 * the rest of the constellation could read why a home left, or is closed. No listing and no page shows it to them.
 */
export const IN_ROWS_ALONE: Record<string, Kind[]> = {
  closure: ['home'],
  invitation: ['leaving'],
  membership: ['leaving'],
}

/**
 * In an emergency whoever may ask for a child is told the names and phone numbers of homes beyond their constellation
 * that can take the child now, and no more of them (docs/decisions/0010): that is what the list is for.
 */
export const TOLD_IN_AN_EMERGENCY: string[] = [
  'child_social_worker: north peer near',
  'supervising_social_worker: north peer near',
  'liaison_worker: north far near',
  ...['far', 'free'].map((family) => `hub carer: north ${family} near`),
  ...['far', 'free'].map((family) => `peer carer: north ${family} near`),
  ...['free', 'peer'].map((family) => `far carer: north ${family} near`),
  ...['far', 'mine', 'peer'].map((family) => `free carer: north ${family} near`),
]
