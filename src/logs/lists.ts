import { z } from 'zod'
import { may } from '../access/policy.ts'
import type { Context } from '../platform/context.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { NotFound } from '../platform/refusals.ts'
import { momentOfNight } from './rules.ts'
import {
  type DoseEntry,
  dosesWritten,
  type IncidentEntry,
  incidentsWritten,
  type NightEntry,
  nightsWritten,
  seenStay,
  type WordEntry,
  wordsWritten,
} from './store-log.ts'

/** One thing that was written down, and the moment it stands at in the log. */
export type Entry =
  | ({ about: 'night'; at: Date } & NightEntry)
  | ({ about: 'medicine' } & DoseEntry)
  | ({ about: 'incident' } & IncidentEntry)
  | ({ about: 'word'; at: Date } & WordEntry)

/** `before` is the stay this one goes on from, which has a log of its own. */
export type StayLog = { stay: string; before: string | null; entries: Entry[] }

export const stayLog = listing({
  name: 'stay-log',
  says: 'What was written down of a sleepover, in order of time: nights, medicine, incidents, what was said of it after.',
  query: z.object({ stay: id('a sleepover') }),
  allow: may.readSleepovers,
  sensitive: ({ stay }, { entries }: StayLog) => ({
    stay,
    children: [...new Set(entries.map(({ child }) => child))],
  }),
  run: wholeLog,
})

async function wholeLog(context: Context, { stay }: { stay: string }): Promise<StayLog> {
  const seen = await seenStay(context, stay)
  if (!seen) throw new NotFound()
  const nights = await nightsWritten(context, stay)
  const doses = await dosesWritten(context, stay)
  const incidents = await incidentsWritten(context, stay)
  const words = await wordsWritten(context, stay)
  const entries: Entry[] = [
    ...nights.map((one) => ({
      about: 'night' as const,
      at: momentOfNight(one.night, one.writtenAt),
      ...one,
    })),
    ...doses.map((one) => ({ about: 'medicine' as const, ...one })),
    ...incidents.map((one) => ({ about: 'incident' as const, ...one })),
    ...words.map((one) => ({ about: 'word' as const, at: one.writtenAt, ...one })),
  ]
  const inOrder = (a: Entry, b: Entry) =>
    a.at.getTime() - b.at.getTime() || a.writtenAt.getTime() - b.writtenAt.getTime() || (a.id < b.id ? -1 : 1)
  return { stay, before: seen.before, entries: entries.sort(inOrder) }
}
