import type { LegalStatus } from '../src/children/legal-status.ts'
import type { Allergy, Contact, Medicine } from '../src/children/rules.ts'
import type { consentItems, decisions } from '../src/children/say.ts'
import type { ApprovedSex, CheckKind, HomeKind, Wish } from '../src/households/kinds.ts'
import type { Role } from '../src/platform/actor.ts'
import type { RuleNumber } from '../src/platform/rule-pack.ts'
import type { Reason } from '../src/sleepovers/words.ts'

/*
 * How the imagined county is written down. Everybody in it is made up, and every day is told from one anchor day,
 * the day the county is filled, so that it is as alive next year as today.
 */

/** Days from the anchor day: -30 is thirty days before it. */
export type Offset = number

/** A day: an offset, or a day told from a Friday. Friday 0 is the first Friday after the anchor day. */
export type When = Offset | { readonly friday: number; readonly plus?: number }

export type SeedStaff = {
  readonly name: string
  readonly role: Exclude<Role, 'operator' | 'young_person'>
  readonly until?: Offset
}

export type SeedHome = {
  readonly name: string
  readonly kind: HomeKind
  readonly postcode: string
  /** WGS 84 latitude and longitude: the postcode's sector, and a little to one side. */
  readonly at: readonly [number, number]
  /** When they were approved, or came into the service's care. */
  readonly since: Offset
  /** Who lives there and cares, by first name. The first of them asks and answers. */
  readonly carers: Readonly<Record<string, string>>
  readonly approval?: {
    readonly places: number
    readonly ages: readonly [number, number]
    readonly sex?: ApprovedSex
    readonly lastDay?: Offset
  }
  /** The last day each check is good for. */
  readonly checks?: Readonly<Partial<Record<CheckKind, Offset>>>
  /** Beds kept for stays: the bedroom, and the bed in it. */
  readonly beds?: readonly (readonly [room: string, bed: string])[]
  readonly pets?: readonly string[]
  readonly smoker?: boolean
  readonly languages?: readonly string[]
  readonly cultures?: readonly string[]
  readonly adultHome?: boolean
  readonly wants?: Wish
  readonly canBeHub?: boolean
  /** Their supervising social worker. */
  readonly ssw: string
  readonly children?: Readonly<Record<string, SeedChild>>
}

/** How consent for overnight stays stands on the anchor day. */
export type StaysConsent =
  | 'agreed'
  | 'runs_out_next_week'
  | 'run_out'
  | 'withdrawn'
  | 'refused'
  | 'ask_each_time'
  | 'not_asked'

export type SeedCard = {
  readonly knownAs?: string
  readonly allergies?: readonly (Pick<Allergy, 'what' | 'severity'> & {
    /** The last day of the adrenaline pen they carry. */
    readonly pen?: Offset
  })[]
  readonly medication?: readonly (Pick<Medicine, 'name' | 'dose'> & {
    readonly times?: string
    readonly how?: string
  })[]
  readonly routines?: string
  readonly triggers?: string
  readonly whatHelps?: string
  readonly missingHistory?: string
  readonly culture?: string
  readonly faith?: string
  readonly language?: string
  readonly food?: string
  readonly hairAndSkin?: string
  readonly contacts?: readonly Omit<Contact, 'phone'>[]
}

export type SeedChild = {
  readonly first: string
  readonly last: string
  /** Years and months on the anchor day. */
  readonly age: readonly [years: number, months: number]
  readonly sex: 'F' | 'M'
  readonly status: LegalStatus
  /** When they came to live there. */
  readonly placed: Offset
  /** Their social worker. */
  readonly csw: string
  readonly authority?: string
  readonly pets?: 'can' | 'must' | 'no'
  readonly alongside?: 'with_others' | 'only_older' | 'only_younger' | 'solo'
  readonly stays: StaysConsent
  readonly condition?: string
  readonly also?: Readonly<Partial<Record<keyof typeof consentItems, keyof typeof decisions>>>
  readonly card: SeedCard
}

/** What became of a request. What is named last has happened by the anchor day. */
export type Becomes = 'refused' | 'declined' | 'cancelled' | 'requested' | 'accepted' | 'arrived' | 'returned'

export type SeedStay<Child extends string = string, Home extends string = string> = {
  readonly children: readonly Child[]
  readonly host: Home
  readonly day: When
  readonly nights: number
  readonly why: Reason
  readonly note?: string
  /** What each child says about it, in the order of the children. */
  readonly views?: readonly string[]
  readonly splitReason?: string
  /** The free beds were seen on the page before it was asked. */
  readonly bedsSeen?: boolean
  /** Days before it begins. */
  readonly asked: number
  /** Days before it begins that the host said yes or no. */
  readonly answered?: number
  readonly becomes: Becomes
  /** Why it was declined or cancelled, or what the host said with their yes. */
  readonly reason?: string
  /** Days before it begins that it was cancelled. */
  readonly cancelled?: number
  /** What needs a yes and got one: all of it, or what one rule asks. With the reason that was given. */
  readonly yes?: { readonly to: 'all' | RuleNumber; readonly because: string }
}
