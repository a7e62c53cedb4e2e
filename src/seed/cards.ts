import type { z } from 'zod'
import type { Offset, SeedCard } from '../../seeds/shape.ts'
import type { changeCareCard } from '../children/change-care-card.ts'
import type { Day } from '../values/london.ts'
import { phone } from './world.ts'

type Card = Omit<z.input<typeof changeCareCard.input>, 'child' | 'from' | 'seen'>

/** A care card as the action takes it. A medicine without times is given as needed. */
export const cardOf = (card: SeedCard, index: number, day: (offset: Offset) => Day): Card => ({
  ...card,
  allergies: (card.allergies ?? []).map(({ what, severity, pen }) => ({
    what,
    severity,
    pen: pen !== undefined,
    penExpires: pen === undefined ? null : day(pen),
  })),
  medication: (card.medication ?? []).map((medicine) => ({
    ...medicine,
    asNeeded: medicine.times === undefined,
  })),
  contacts: (card.contacts ?? []).map((contact, nth) => ({
    ...contact,
    phone: phone(500 + index * 4 + nth),
  })),
})
