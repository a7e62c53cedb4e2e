import type { Context } from '../platform/context.ts'
import { type CareCard, withPens } from './care-card.ts'
import { consentsItemByItem } from './consents.ts'
import { sayLegalStatus } from './legal-status.ts'
import { ageInWords, nextDoses } from './rules.ts'
import type { AtHandRow } from './store-at-hand.ts'
import { tellApart } from './ties.ts'

type Whole<T, K extends keyof NonNullable<T>> = Pick<NonNullable<T>, K>

/** Of the care card what is needed within the hour, as it is today: a whole card is one, too. */
export type CardAtHand = Pick<CareCard, 'isToday' | 'nextDoses' | 'mustNotMeet' | 'stays' | 'dutyPhone'> & {
  who: Pick<CareCard['who'], 'child' | 'firstName' | 'name' | 'age'> & {
    legalStatus: Whole<CareCard['who']['legalStatus'], 'says'> | null
  }
  card: Whole<
    CareCard['card'],
    'allergies' | 'medication' | 'triggers' | 'whatHelps' | 'missingHistory'
  > | null
}

/** The card of a child that was looked up. */
export function cardAtHand({ today, now, actor }: Context, row: AtHandRow): CardAtHand {
  const { child, firstName, lastName, dob, status, card } = row
  const { dutyPhone } = actor.service
  const nights = row.nights.map(({ withdrawnAt, ...answer }) => ({
    ...answer,
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
  }))
  return {
    isToday: true,
    who: {
      child,
      firstName,
      name: `${firstName} ${lastName}`,
      age: ageInWords(dob, today),
      legalStatus: status === null ? null : { says: sayLegalStatus(status) },
    },
    card: card && {
      allergies: withPens(card.allergies, today),
      medication: card.medication,
      triggers: card.triggers,
      whatHelps: card.whatHelps,
      missingHistory: card.missingHistory,
    },
    nextDoses: nextDoses(card?.medication ?? [], now),
    mustNotMeet: row.apart.map((apart) => tellApart(apart, { worker: row.workerName, duty: dutyPhone })),
    stays: consentsItemByItem(nights, child, today).find(({ item }) => item === 'overnight_stay') ?? null,
    dutyPhone,
  }
}
