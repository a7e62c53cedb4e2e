import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { current } from '../platform/history.ts'
import { NotFound } from '../platform/refusals.ts'
import type { Day } from '../values/london.ts'
import type { Allergy, Contact, Medicine } from './rules.ts'

/** What a care card says. */
export type Card = {
  knownAs: string | null
  allergies: Allergy[]
  medication: Medicine[]
  routines: string | null
  triggers: string | null
  whatHelps: string | null
  missingHistory: string | null
  culture: string | null
  faith: string | null
  language: string | null
  food: string | null
  hairAndSkin: string | null
  contacts: Contact[]
}

/** A card with its version: the id changes with every change, so a host can say which one they read. */
export type CardVersion = Card & { card: string; from: Day; writtenAt: Date; writtenBy: string | null }

/** A child's care card on a day; null where none was written. */
export async function cardOn(context: Context, child: string, day: Day): Promise<CardVersion | null> {
  const { rows } = await sql<CardVersion>`
    select c.id as card, lower(c.during) as "from", c.recorded_at as "writtenAt", n.name as "writtenBy",
      c.known_as as "knownAs", c.allergies, c.medication, c.routines, c.triggers, c.what_helps as "whatHelps",
      c.missing_history as "missingHistory", c.culture, c.faith, c.language, c.food, c.hair_and_skin as "hairAndSkin",
      c.contacts
    from care_card c left join person n on n.id = c.recorded_by
    where c.child_id = ${child} and ${current('c', day)}`.execute(context.db)
  return rows[0] ?? null
}

/** The columns of a card. */
export const cardColumns = (card: Card) => ({
  known_as: card.knownAs,
  allergies: card.allergies,
  medication: card.medication,
  routines: card.routines,
  triggers: card.triggers,
  what_helps: card.whatHelps,
  missing_history: card.missingHistory,
  culture: card.culture,
  faith: card.faith,
  language: card.language,
  food: card.food,
  hair_and_skin: card.hairAndSkin,
  contacts: card.contacts,
})

/** The photo of a child as it is today; `NotFound` where there is none, or the child is not the actor's to see. */
export async function photoOf(
  context: Context,
  child: string,
): Promise<{ mediaType: string; bytes: Buffer }> {
  const row = await context.db
    .selectFrom('child_photo as f')
    .select(['f.media_type as mediaType', 'f.bytes'])
    .where('f.child_id', '=', child)
    .where(current('f', context.today))
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
