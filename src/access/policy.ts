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

  // plans: all homes of the service at once, with their children's ages and who must not meet
  readPlans: (actor: Actor) => is(actor, 'programme_lead', 'fostering_manager', 'inspector', 'operator'),
  makePlan: (actor: Actor) => may.formConstellation(actor),

  // sleepovers
  readSleepovers: (actor: Actor) =>
    actor.kind !== 'young_person' && !is(actor, 'coach', 'recruitment_officer'),
  askForSleepover: (actor: Actor, { home, children }: { home: string; children: string[] }) =>
    (livesAt(actor, home) && children.every((child) => caresFor(actor, child))) ||
    looksAfterHome(actor, home) ||
    children.every((child) => isWorkerOf(actor, child)) ||
    is(actor, 'duty_worker', 'duty_manager'),
  answerSleepover: (actor: Actor, { host }: Stay) => livesAt(actor, host),
  /** Writes down what the host said on the phone: whoever asked, and those who look after either home. */
  answerByPhone: (actor: Actor, stay: Stay) => may.moveChild(actor, stay) || may.cancelSleepover(actor, stay),
  readCard: (actor: Actor, { host }: Stay) => livesAt(actor, host),
  packForStay: (actor: Actor, { home }: Stay) => livesAt(actor, home) || looksAfterHome(actor, home),
  moveChild: (actor: Actor, { home, host }: Stay) =>
    livesAt(actor, host) ||
    livesAt(actor, home) ||
    looksAfterHome(actor, host) ||
    is(actor, 'duty_worker', 'duty_manager'),
  /** More nights, fewer nights, another home in the middle of it: the homes themselves, and those who look after them. */
  changeSleepover: (actor: Actor, stay: Stay) =>
    may.moveChild(actor, stay) || may.cancelSleepover(actor, stay),
  /** Writes down another home's yes to what is planned: those who look after the homes or the child, not another home. */
  bringYes: (actor: Actor, { home, host, children }: Stay) =>
    looksAfterHome(actor, home) ||
    looksAfterHome(actor, host) ||
    children.some((child) => isWorkerOf(actor, child)) ||
    is(actor, 'duty_worker', 'duty_manager'),
  /** Moves children to a home beyond the constellation and what they know, as in an emergency. */
  moveFarther: (actor: Actor, { home }: Pick<Stay, 'home'>) =>
    actor.liaisonHomes.includes(home) || is(actor, 'duty_worker', 'duty_manager'),
  /**
   * An emergency is confirmed by somebody who answers for every child or for the homes, not by the homes themselves.
   * Nor by whoever asked for it: the action says so in a sentence.
   */
  confirmEmergency: (actor: Actor, { home, host, children }: Stay) =>
    children.every((child) => isWorkerOf(actor, child)) ||
    looksAfterHome(actor, home) ||
    looksAfterHome(actor, host) ||
    is(actor, 'team_manager', 'duty_manager'),
  /** A stay becomes more than a stay: a change of where the child lives, which their social worker arranges. */
  convertSleepover: (actor: Actor, { children }: Stay) =>
    children.every((child) => isWorkerOf(actor, child)) || is(actor, 'team_manager', 'duty_manager'),
  cancelSleepover: (actor: Actor, { home, host, children }: Stay) =>
    livesAt(actor, home) ||
    livesAt(actor, host) ||
    looksAfterHome(actor, home) ||
    looksAfterHome(actor, host) ||
    children.some((child) => isWorkerOf(actor, child)) ||
    is(actor, 'duty_worker', 'duty_manager'),
  /** What is written down during a stay: by the host, and by those who look after the host or answer at night. */
  writeLog: (actor: Actor, { host }: Stay) =>
    livesAt(actor, host) || looksAfterHome(actor, host) || is(actor, 'duty_worker', 'duty_manager'),
  /** What the child and their home say afterwards: written down by the home, the child's worker or the liaison worker. */
  writeWord: (actor: Actor, { home, children }: Stay) =>
    livesAt(actor, home) || looksAfterHome(actor, home) || children.some((child) => isWorkerOf(actor, child)),
  offerSwap: (actor: Actor, { home }: Stay) => livesAt(actor, home) || looksAfterHome(actor, home),
  /** Staff may say no for a home. A yes moves its children: only a carer of the home gives it. */
  answerSwap: (actor: Actor, { household }: Home) =>
    livesAt(actor, household) || looksAfterHome(actor, household),
  agreeToSwap: (actor: Actor, { household }: Home) => livesAt(actor, household),
  /** A hub's rest and a home's need are settled by the liaison worker of its constellation. */
  settleRest: (actor: Actor, { household }: Home) =>
    is(actor, 'programme_lead', 'operator') || actor.liaisonHomes.includes(household),
  /** What happens by the clock alone. */
  watchTheClock: (actor: Actor) => is(actor, 'operator'),

  // keeping records
  holdRecords: (actor: Actor) => is(actor, 'fostering_manager', 'team_manager', 'operator'),

  /** Whether the actor may say yes is asked of each finding (`overriddenBy`); here, only that staff decide. */
  override: (actor: Actor) => actor.kind === 'staff' && !is(actor, 'inspector', 'coach', 'operator'),

  // anyone signed in
  seeOwnThings: (_actor: Actor) => true,
} as const
