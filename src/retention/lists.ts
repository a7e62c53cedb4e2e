import { z } from 'zod'
import { may } from '../access/policy.ts'
import { oneOf } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { packAt } from '../platform/rule-pack.ts'
import { keptFor } from './rules.ts'
import { allHolds, classesOfTables, type Hold, recordsOf } from './store.ts'
import { ABOUT_CODES, CLASSES, type RetentionClass } from './words.ts'

type HoldShown = Hold & { name: string }

export const legalHolds = listing({
  name: 'legal-holds',
  says: 'The legal holds, those that hold first: on whose record, who asked, why, from when, and how they ended.',
  query: z.object({}),
  allow: may.holdRecords,
  sensitive: (_query, { holds }: { holds: HoldShown[] }) => ({
    records: [...new Set(holds.map(({ record }) => record))],
  }),
  run: async (context) => {
    const names = new Map<string, string>()
    for (const about of ABOUT_CODES) {
      for (const { record, name } of await recordsOf(context, about)) names.set(record, name)
    }
    const holds = await allHolds(context)
    return {
      holds: holds.map((hold) => ({ ...hold, name: names.get(hold.record) ?? 'A record that is gone' })),
    }
  },
})

export const recordsToHold = listing({
  name: 'records-to-hold',
  says: 'The names of the children, homes or people whose record can be held.',
  query: z.object({ about: oneOf(ABOUT_CODES, 'Choose children, homes or people') }),
  allow: may.holdRecords,
  run: async (context, { about }) => ({ records: await recordsOf(context, about) }),
})

export const retentionClasses = listing({
  name: 'retention',
  says: 'How long each table’s records are kept, with the law that says so.',
  query: z.object({}),
  allow: may.holdRecords,
  run: async (context) => {
    const pack = packAt(context.today)
    const kept = keptFor(pack)
    const tables = await classesOfTables(context)
    const classes = (Object.keys(CLASSES) as RetentionClass[]).map((one) => ({
      class: one,
      says: CLASSES[one],
      kept: kept[one],
      tables: tables.filter((table) => table.class === one).map(({ table }) => table),
    }))
    return { packVersion: pack.version, classes }
  },
})
