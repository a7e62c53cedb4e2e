import type { Actor, Role } from '../platform/actor.ts'

/*
 * Every permission in one table. An action names one of these as its `allow`; what a person may *see* is kept by
 * row-level security besides (migrations/0006_enter.sql), on the same relationships. Authority: domain.md section 1,
 * invariant 21: access follows relationship and purpose.
 */

export const is = (actor: Actor, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role))

/** Those who manage the service's records; the operator sets a service up from the machine's own terminal. */
const manages = (actor: Actor) => is(actor, 'programme_lead', 'fostering_manager', 'operator')

/** A carer of this very home, today. */
const livesAt = (actor: Actor, home: string) => actor.ownHomes.includes(home)

/** The supervising social worker of the home, or the liaison worker of its constellation. */
const looksAfterHome = (actor: Actor, home: string) =>
  actor.supervisedHomes.includes(home) || actor.liaisonHomes.includes(home)

const isWorkerOf = (actor: Actor, child: string) => actor.allocatedChildren.includes(child)

const caresFor = (actor: Actor, child: string) => actor.placedChildren.includes(child)

type Person = { person: string }
type Home = { household: string }
type Child = { child: string }
type Constellation = { constellation: string }
type Stay = { home: string; host: string; children: string[] }

export const may = {
  // the service and its people
  manageService: (actor: Actor) => manages(actor),
  importRegister: (actor: Actor) => manages(actor),
  /** A token acts as its person: nobody makes one for somebody else but whoever sits at the machine. */
  createToken: (actor: Actor, { person }: Person) => actor.person === person || is(actor, 'operator'),
  endTokens: (actor: Actor, { person }: Person) => actor.person === person || manages(actor),
  readPeople: (actor: Actor) => actor.kind === 'staff' && !is(actor, 'coach'),
  readAudit: (actor: Actor) => is(actor, 'programme_lead', 'fostering_manager', 'inspector', 'operator'),

  // homes
  readHomes: (actor: Actor) => actor.kind !== 'young_person' && !is(actor, 'coach'),
  addHome: (actor: Actor) => manages(actor) || is(actor, 'supervising_social_worker'),
  changeHome: (actor: Actor, { household }: Home) =>
    manages(actor) || actor.supervisedHomes.includes(household),
  changeAvailability: (actor: Actor, { household }: Home) =>
    manages(actor) || livesAt(actor, household) || looksAfterHome(actor, household),
  recordExemption: (actor: Actor) => manages(actor),

  // children
  readChildren: (actor: Actor) => actor.kind !== 'young_person' && !is(actor, 'coach', 'recruitment_officer'),
  /** A host reads what the stay needs, not the child's past. */
  readChildRecord: (actor: Actor, { child }: Child) =>
    actor.seesAll ||
    caresFor(actor, child) ||
    isWorkerOf(actor, child) ||
    !actor.hostedChildren.includes(child),
  addChild: (actor: Actor) => manages(actor) || is(actor, 'child_social_worker', 'team_manager'),
  changeChild: (actor: Actor, { child }: Child) =>
    manages(actor) || is(actor, 'team_manager') || isWorkerOf(actor, child),
  changeCareCard: (actor: Actor, { child }: Child) =>
    manages(actor) || isWorkerOf(actor, child) || caresFor(actor, child),
  giveConsent: (actor: Actor, { child }: Child) =>
    is(actor, 'team_manager', 'duty_manager') || isWorkerOf(actor, child),
  withdrawConsent: (actor: Actor, { child }: Child) =>
    is(actor, 'team_manager', 'duty_manager', 'duty_worker', 'operator') || isWorkerOf(actor, child),

  // constellations
  readConstellations: (actor: Actor) => actor.kind !== 'young_person' && !is(actor, 'coach'),
  formConstellation: (actor: Actor) => is(actor, 'programme_lead', 'operator'),
  runConstellation: (actor: Actor, { constellation }: Constellation) =>
    is(actor, 'programme_lead', 'operator') || actor.liaisonOf.includes(constellation),
  /** The home answers for itself; staff may only write down the yes or no a carer gave them in words. */
  answerInvitation: (actor: Actor, { household, constellation }: Home & Constellation) =>
    livesAt(actor, household) ||
    actor.supervisedHomes.includes(household) ||
    may.runConstellation(actor, { constellation }),
  leaveConstellation: (actor: Actor, { household, constellation }: Home & Constellation) =>
    livesAt(actor, household) || may.runConstellation(actor, { constellation }),

  // sleepovers
  readSleepovers: (actor: Actor) =>
    actor.kind !== 'young_person' && !is(actor, 'coach', 'recruitment_officer'),
  askForSleepover: (actor: Actor, { home, children }: { home: string; children: string[] }) =>
    (livesAt(actor, home) && children.every((child) => caresFor(actor, child))) ||
    looksAfterHome(actor, home) ||
    children.every((child) => isWorkerOf(actor, child)) ||
    is(actor, 'duty_worker', 'duty_manager'),
  answerSleepover: (actor: Actor, { host }: Stay) => livesAt(actor, host),
  readCard: (actor: Actor, { host }: Stay) => livesAt(actor, host),
  packForStay: (actor: Actor, { home }: Stay) => livesAt(actor, home) || looksAfterHome(actor, home),
  moveChild: (actor: Actor, { home, host }: Stay) =>
    livesAt(actor, host) ||
    livesAt(actor, home) ||
    looksAfterHome(actor, host) ||
    is(actor, 'duty_worker', 'duty_manager'),
  cancelSleepover: (actor: Actor, { home, host, children }: Stay) =>
    livesAt(actor, home) ||
    livesAt(actor, host) ||
    looksAfterHome(actor, home) ||
    looksAfterHome(actor, host) ||
    children.some((child) => isWorkerOf(actor, child)) ||
    is(actor, 'duty_worker', 'duty_manager'),
  /** Whether the actor may say yes is asked of each finding (`overriddenBy`); here, only that staff decide. */
  override: (actor: Actor) => actor.kind === 'staff' && !is(actor, 'inspector', 'coach', 'operator'),

  // anyone signed in
  seeOwnThings: (_actor: Actor) => true,
} as const
