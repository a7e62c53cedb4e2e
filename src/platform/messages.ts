import type { Context } from './context.ts'
import { newId } from './ids.ts'

/**
 * Saves a message to a person in the action's own transaction, so it is sent if and only if the change stands.
 * Subject and body name no child: they say that something waits, and where. Nobody is told twice in one call.
 */
export async function tell(
  context: Context,
  people: readonly string[],
  message: { subject: string; body: string; about?: { kind: string; id: string } },
): Promise<void> {
  const to = [...new Set(people)].filter((person) => person !== context.actor.person)
  if (to.length === 0) return
  await context.db
    .insertInto('message')
    .values(
      to.map((person) => ({
        id: newId(),
        service_id: context.actor.service.id,
        to_person: person,
        subject: message.subject,
        body: message.body,
        about_kind: message.about?.kind ?? null,
        about_id: message.about?.id ?? null,
        created_at: context.now,
      })),
    )
    .execute()
}
