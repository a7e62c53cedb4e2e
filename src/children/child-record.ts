import { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { Forbidden } from '../platform/refusals.ts'
import { consentsItemByItem } from './consents.ts'
import { isLookedAfter, sayLegalStatus } from './legal-status.ts'
import { asAt } from './lists.ts'
import { ageInWords } from './rules.ts'
import { alongsideWords, petWords, say, sexes } from './say.ts'
import { findChild } from './store.ts'
import { type ChildFacts, childOn } from './store-child.ts'
import { consentFacts } from './store-consent.ts'
import { apartOn, roomSharingOn, siblingsOn } from './store-ties.ts'
import { saySibling, tellApart } from './ties.ts'

const CARD_ONLY =
  'A host reads the care card. The rest of the record stays with the child’s home and their workers.'

const query = z.object({ child: id('a child'), asAt })

export const childRecord = listing({
  name: 'child',
  says: 'A child as they were on a day: who they are, legal status, home, brothers and sisters, whom they must not meet, consents, social worker.',
  query,
  allow: may.readChildren,
  sensitive: ({ child }) => ({ child }),
  run: recordOn,
})

export type ChildRecord = Awaited<ReturnType<typeof recordOn>>

async function recordOn(context: Context, { child, asAt }: z.output<typeof query>) {
  const day = asAt ?? context.today
  await findChild(context, child)
  if (!may.readChildRecord(context.actor, { child })) throw new Forbidden(CARD_ONLY)
  const facts = await childOn(context, child, day)
  const siblings = await siblingsOn(context, child, day)
  const apart = await apartOn(context, child, day)
  const sharing = await roomSharingOn(context, child, day)
  const consents = await consentFacts(context, [child])
  const { actor } = context
  const ask = { worker: facts.workerName, duty: actor.service.dutyPhone }
  return {
    asAt: day,
    ...whoIs(facts, day),
    siblings: siblings.map((row) => ({ ...row, says: saySibling(row) })),
    mustNotMeet: apart.map((row) => tellApart(row, ask)),
    roomSharing: sharing.map(({ name, ...row }) => ({ ...row, says: name ?? 'another child' })),
    consents: consentsItemByItem(consents, child, day),
    can: {
      change: may.changeChild(actor, { child }),
      changeCard: may.changeCareCard(actor, { child }),
      giveConsent: may.giveConsent(actor, { child }),
      withdrawConsent: may.withdrawConsent(actor, { child }),
      askForBed:
        facts.household !== null && may.askForSleepover(actor, { home: facts.household, children: [child] }),
    },
  }
}

/** The facts of a child as they are shown, in words. */
export function whoIs(facts: ChildFacts, day: string) {
  const { worker, workerName, workerPhone } = facts
  return {
    child: facts.child,
    reference: facts.reference,
    firstName: facts.firstName,
    lastName: facts.lastName,
    name: `${facts.firstName} ${facts.lastName}`,
    dob: facts.dob,
    age: ageInWords(facts.dob, day),
    sex: facts.sex,
    sexWords: say(sexes, facts.sex),
    responsibleAuthority: facts.responsibleAuthority,
    pets: facts.pets,
    petWords: say(petWords, facts.pets),
    caredForAlongside: facts.caredForAlongside,
    caredForAlongsideWords: say(alongsideWords, facts.caredForAlongside),
    /** The day the record begins, where the day asked about is before it. */
    recordBegins: facts.detailsFrom > day ? facts.detailsFrom : null,
    legalStatus: legalStatusOf(facts),
    home: homeOf(facts),
    worker: worker === null ? null : { person: worker, name: workerName, phone: workerPhone },
    hasPhoto: facts.hasPhoto,
  }
}

function legalStatusOf({ status, statusFrom: from }: ChildFacts) {
  if (status === null || from === null) return null
  return { status, says: sayLegalStatus(status), lookedAfter: isLookedAfter(status), from }
}

/** The child's home; without its id and name where the reader does not know the home. */
function homeOf({ household, home, homePhone, homeFrom: from }: ChildFacts) {
  if (household === null || from === null) return null
  if (home === null) return { household: null, name: 'A home you do not look after', phone: null, from }
  return { household, name: home, phone: homePhone, from }
}
