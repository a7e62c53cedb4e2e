import type { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { listing } from '../platform/listing.ts'
import { packAt } from '../platform/rule-pack.ts'
import { asAtOf, asAtQuery } from './as-at.ts'
import { household } from './input.ts'
import { CHECKS, type CheckKind, codes } from './kinds.ts'
import { checkState, hubReadiness, nextReview } from './rules.ts'
import { sees } from './sees.ts'
import { findHousehold } from './store.ts'
import * as around from './store-around.ts'
import * as record from './store-record.ts'

const query = asAtQuery.extend({ household })

/** A home's record as at a day. What the asker may not see is null, and `sees` says that it is so. */
export const householdRecord = listing({
  name: 'household',
  says: 'The record of a home as at a day: all of it that you may see.',
  query,
  allow: may.readHomes,
  sensitive: ({ household }, result: HouseholdRecord) => ({
    household,
    children: result.children.map((child) => child.id),
  }),
  run: recordOf,
})

export type HouseholdRecord = Awaited<ReturnType<typeof recordOf>>

async function recordOf(context: Context, { household, ...days }: z.output<typeof query>) {
  const { reference } = await findHousehold(context, household)
  const at = asAtOf(context, days)
  const { actor } = context
  const whole = sees(actor, household) === 'whole'
  const pack = packAt(at.day)
  const details = await record.detailsAt(context, household, at)
  const approval = await record.approvalAt(context, household, at)
  const recorded = await record.checksAt(context, household, at)
  const beds = await record.bedsFrom(context, household, at)
  const expiry = (kind: CheckKind) => recorded.find((check) => check.kind === kind)?.expiresOn ?? null
  const review = nextReview(approval?.from ?? null, expiry('review'), pack.approvalReview.months)
  const checks = codes(CHECKS).map((kind) => {
    const expiresOn = kind === 'review' ? review : expiry(kind)
    return { kind, expiresOn, state: checkState(expiresOn, at.day) }
  })
  const closures = await record.closuresFrom(context, household, at)
  const patterns = await record.patternsFrom(context, household, at)
  return {
    household,
    reference,
    name: details?.name ?? (await record.nameOf(context, household, at)) ?? reference,
    asAt: at.day,
    knownOn: days.knownOn,
    sees: sees(actor, household),
    can: {
      change: may.changeHome(actor, { household }),
      changeAvailability: may.changeAvailability(actor, { household }),
      seeKeptApart: actor.seesAll,
    },
    details,
    approval,
    checks: whole ? checks : null,
    nextReview: review,
    hub: hubReadiness(
      {
        beds: beds.filter((bed) => bed.from <= at.day).length,
        adultHomeFullTime: details?.adultHomeFullTime ?? null,
        approved: whole ? approval !== null : null,
        checks: whole ? Object.fromEntries(checks.map(({ kind, state }) => [kind, state])) : null,
      },
      pack.hub,
    ),
    beds,
    carers: await around.carersAt(context, household, at),
    otherCarers: await around.otherCarers(context, household, at),
    supervisor: await around.supervisorAt(context, household, at),
    closures: closures.map((one) => ({ ...one, reason: whole ? one.reason : null })),
    openNights: patterns.find((one) => one.from <= at.day)?.openNights ?? null,
    links: await around.linksAt(context, household, at),
    constellation: await around.membershipAt(context, household, at),
    children: await around.childrenAt(context, household, at),
  }
}
