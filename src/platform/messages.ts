import type { Context } from './context.ts'
import { along } from './database-statements.ts'
import { newId } from './ids.ts'

type NewMessage = { subject: string; body: string; about?: { kind: string; id: string } }

/**
 * Saves a message to a person in the action's own transaction, so it is sent if and only if the change stands.
 * Subject and body name no child: they say that something waits, and where. Nobody is told twice, or of what
 * they did themselves.
 */
export async function tell(context: Context, people: readonly string[], message: NewMessage): Promise<void> {
  await send(
    context,
    [...new Set(people)].filter((person) => person !== context.actor.person),
    message,
  )
}

/** The same to exactly these people, the asker among them: a code to sign in with. */
export async function send(context: Context, to: readonly string[], message: NewMessage): Promise<void> {
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
    .modifyEnd(along)
    .execute()
}
