import type { Day } from '../values/london.ts'
import { dayOf } from '../values/london.ts'
import { consentOn } from './rules.ts'
import { codesOf, consentItems, consentStates } from './say.ts'
import type { ConsentRow } from './store-consent.ts'

/** How each item stands for one child on a day, every item named, asked about or not. */
export function consentsItemByItem(facts: readonly ConsentRow[], child: string, day: Day) {
  const own = facts.filter((fact) => fact.child === child)
  return codesOf(consentItems).map((item) => {
    const { state, fact } = consentOn(
      own.filter((one) => one.item === item),
      day,
    )
    return {
      item,
      about: consentItems[item],
      state,
      says: consentStates[state],
      decision: fact?.decision ?? null,
      basis: fact?.basis ?? null,
      givenBy: fact?.givenBy ?? null,
      from: fact?.from ?? null,
      until: fact?.superseded ? null : (fact?.until ?? null),
      whoMayAgree: fact?.whoMayAgree ?? null,
      tell: fact?.tell ?? null,
      conditions: fact?.conditions ?? null,
      reviewOn: fact?.reviewOn ?? null,
      withdrawnOn: fact?.withdrawnAt ? dayOf(fact.withdrawnAt) : null,
      withdrawnReason: fact?.withdrawnReason ?? null,
    }
  })
}

export type ConsentItem = ReturnType<typeof consentsItemByItem>[number]
