import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { widened } from '../platform/context.ts'
import { type Asked, along, ask } from '../platform/database-statements.ts'
import { newId } from '../platform/ids.ts'
import { NotFound } from '../platform/refusals.ts'
import { handoverItems } from './handover.ts'
import { known } from './store-read.ts'

type Card = { child: string; allergies: { what: string; pen?: boolean }[]; medication: { name: string }[] }

/** What of these children's care cards, as they are now, says what must go with them. */
export async function askCards(context: Context, children: readonly string[]): Promise<Asked<Card[]>> {
  return widened(context, () =>
    ask(
      context.db,
      sql<Card>`
        select c.id as child, coalesce(card.allergies, '[]') as allergies, coalesce(card.medication, '[]') as medication
        from child c left join care_card card on card.child_id = c.id and ${known('card')} and card.during @> ${context.today}::date
        where c.id = any (${children}::uuid[])`,
      (rows) => rows,
    ),
  )
}

/** Writes the list of what goes with each child. */
export async function saveHandoverList(
  context: Context,
  stay: string,
  cards: readonly Card[],
): Promise<void> {
  const items = cards.flatMap((card) => handoverItems(card).map((says) => ({ child_id: card.child, says })))
  await context.db
    .insertInto('handover_item')
    .values(
      items.map((item) => ({ ...item, id: newId(), service_id: context.actor.service.id, stay_id: stay })),
    )
    .modifyEnd(along)
    .execute()
}

/** Adds something to the list. */
export async function addHandoverItem(
  context: Context,
  stay: string,
  child: string,
  says: string,
): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('handover_item')
    .values({ id, service_id: context.actor.service.id, stay_id: stay, child_id: child, says })
    .execute()
  return id
}

/**
 * Marks these items of the stay as packed by the home, or as received by the host. Others stay as they are. Throws
 * `NotFound` where one of them is not on this stay's list.
 */
export async function tickHandover(
  context: Context,
  stay: string,
  items: readonly string[],
  step: 'packed' | 'received',
): Promise<number> {
  const listed = await context.db
    .selectFrom('handover_item')
    .select('id')
    .where('stay_id', '=', stay)
    .where('id', 'in', items)
    .execute()
  if (listed.length < items.length) throw new NotFound()
  const set =
    step === 'packed'
      ? { packed_at: context.now, packed_by: context.actor.person }
      : { received_at: context.now, received_by: context.actor.person }
  const result = await context.db
    .updateTable('handover_item')
    .set(set)
    .where('stay_id', '=', stay)
    .where('id', 'in', items)
    .where(step === 'packed' ? 'packed_at' : 'received_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Children of the stay whose care card, as it is now, the host has not said they read; those without a card are left out. */
export async function unreadCards(context: Context, stay: string): Promise<string[]> {
  const { rows } = await sql<{ child_id: string }>`
    select s.child_id from stay_child s
    join care_card card on card.child_id = s.child_id and ${known('card')} and card.during @> ${context.today}::date
    where s.stay_id = ${stay} and not exists (
      select from card_read r where r.stay_id = s.stay_id and r.child_id = s.child_id and r.care_card_id = card.id)`.execute(
    context.db,
  )
  return rows.map(({ child_id }) => child_id)
}

/** Keeps that the host read this child's card as it is now. Gives false where there is no card to read. */
export async function saveCardRead(context: Context, stay: string, child: string): Promise<boolean> {
  const card = await context.db
    .selectFrom('care_card as card')
    .select('card.id')
    .where('card.child_id', '=', child)
    .where(known('card'))
    .where(sql<boolean>`card.during @> ${context.today}::date`)
    .executeTakeFirst()
  if (!card) return false
  await context.db
    .insertInto('card_read')
    .values({
      id: newId(),
      service_id: context.actor.service.id,
      stay_id: stay,
      child_id: child,
      care_card_id: card.id,
      read_by: context.actor.person,
      read_at: context.now,
    })
    .onConflict((oc) => oc.constraint('card_read_once').doNothing())
    .execute()
  return true
}
