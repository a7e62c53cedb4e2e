/** A role a person holds from one day to another; `operator` is whoever sits at the machine's own terminal. */
export type Role =
  | 'programme_lead'
  | 'fostering_manager'
  | 'team_manager'
  | 'liaison_worker'
  | 'supervising_social_worker'
  | 'child_social_worker'
  | 'duty_worker'
  | 'duty_manager'
  | 'recruitment_officer'
  | 'young_person'
  | 'inspector'
  | 'coach'
  | 'operator'

/** The part a home plays in its constellation. */
export type Part = 'hub' | 'satellite' | 'guest'

/**
 * Who is asking, as the database's `enter` found them inside this very transaction: their roles today and
 * every relationship that access follows. The same call keyed the row-level security of the transaction.
 */
export type Actor = {
  person: string | null
  name: string
  kind: 'staff' | 'carer' | 'young_person'
  service: { id: string; name: string; dutyPhone: string; headerColour: string; demo: boolean }
  roles: Role[]
  seesAll: boolean
  ownHomes: string[]
  memberships: { household: string; constellation: string; part: Part }[]
  supervisedHomes: string[]
  liaisonOf: string[]
  liaisonHomes: string[]
  placedChildren: string[]
  hostedChildren: string[]
  allocatedChildren: string[]
}

/** Who knocks: a person of a service (or its operator), and the way they came. Made by sign-in, never from input. */
export type Caller = { service: string; person: string | null; via: 'web' | 'api' | 'cli' | 'clock' }
