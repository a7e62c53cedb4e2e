import { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { id, optionalDay, optionalText, wholeNumber } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { sayLegalStatus } from './legal-status.ts'
import { ageInWords } from './rules.ts'
import { findChild } from './store.ts'
import { photoOf } from './store-card.ts'
import { childrenOn, childSocialWorkers, homesToPlaceIn } from './store-child.ts'

/** Rows on a page of a long list. */
const PAGE = 50
const FEW = 20

export const asAt = optionalDay('the day to look at')

const oneId = (what: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : value), id(what).nullable())

const query = z.object({
  search: optionalText(100),
  asAt,
  /** Only those whose home this is, on the day. */
  household: oneId('a home'),
  /** Only these. */
  only: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(id('a child')).max(PAGE, { error: `Choose ${PAGE} children or fewer` }),
  ),
  page: wholeNumber('the page', 1, 100_000).default(1),
})

export const children = listing({
  name: 'children',
  says: 'The children you may see, by name, as they were on a day; 50 a page, searched by name or reference.',
  query,
  allow: may.readChildren,
  sensitive: (_query, { children }: ChildrenSeen) => ({ children: children.map(({ child }) => child) }),
  run: childrenSeen,
})

export type ChildrenSeen = Awaited<ReturnType<typeof childrenSeen>>

async function childrenSeen(context: Context, { asAt, page, ...which }: z.output<typeof query>) {
  const day = asAt ?? context.today
  const rows = await childrenOn(context, { ...which, day, skip: (page - 1) * PAGE, most: PAGE })
  const total = rows[0]?.total ?? 0
  return {
    asAt: day,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    total,
    children: rows.map((row) => ({
      child: row.child,
      reference: row.reference,
      name: `${row.firstName} ${row.lastName}`,
      age: ageInWords(row.dob, day),
      legalStatus: row.status && sayLegalStatus(row.status),
      household: row.home === null ? null : row.household,
      home: row.home ?? (row.household ? 'A home you do not look after' : null),
    })),
  }
}

export const childPhoto = listing({
  name: 'child-photo',
  says: 'The photo on a child’s card, in base64.',
  query: z.object({ child: id('a child') }),
  allow: may.readChildren,
  sensitive: ({ child }) => ({ child }),
  run: async (context, { child }) => {
    await findChild(context, child)
    const { mediaType, bytes } = await photoOf(context, child)
    return { mediaType, base64: bytes.toString('base64') }
  },
})

export const homesForPlacing = listing({
  name: 'homes-for-placing',
  says: 'Homes of the service by reference or name, for whoever places a child there; the first 20.',
  query: z.object({ search: optionalText(100) }),
  allow: may.addChild,
  run: async (context, { search }) => ({ homes: await homesToPlaceIn(context, search, FEW) }),
})

export const socialWorkers = listing({
  name: 'child-social-workers',
  says: 'The people who are child’s social workers today.',
  query: z.object({}),
  allow: may.readChildren,
  run: async (context) => ({ workers: await childSocialWorkers(context) }),
})
