import type { Happened } from '../src/sleepovers/words.ts'
import type { ChildKey, HomeKey, PersonKey } from './county.ts'
import type { When } from './shape.ts'

export type SeedEmergency = {
  readonly children: readonly ChildKey[]
  readonly host: HomeKey
  readonly day: When
  /** The London time the bed was held. */
  readonly at: string
  readonly happened: Happened
  /** Who at the host's home said yes on the phone, a quarter of an hour later. */
  readonly saidYes: PersonKey
  /** What the children's social worker wrote the next morning. */
  readonly confirmed: string
}

/** A night in Kingfisher six weeks ago. */
export const emergencies = {
  boatengsInTheNight: {
    children: ['esi', 'kofi'],
    host: 'weirHouse',
    day: { friday: -6, plus: 4 },
    at: '22:40',
    happened: 'carer_ill',
    saidYes: 'hana',
    confirmed: 'Their carer was taken to hospital and is home again. Both children knew Hana. It was right.',
  },
} as const satisfies Record<string, SeedEmergency>

export type EmergencyKey = keyof typeof emergencies
