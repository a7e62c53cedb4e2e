import { sql } from 'kysely'
import type { Role } from './actor.ts'
import { type Context, widened } from './context.ts'
import { along } from './database-statements.ts'
import { newId } from './ids.ts'

type NewTask = {
  kind: string
  says: string
  about: { kind: string; id: string }
  due: Date
} & ({ forPerson: string } | { forRole: Role })

/** Gives somebody something to do by a moment, in the action's own transaction. Gives the task's id. */
export async function giveTask(context: Context, task: NewTask): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('task')
    .values({
      id,
      service_id: context.actor.service.id,
      kind: task.kind,
      says: task.says,
      about_kind: task.about.kind,
      about_id: task.about.id,
      for_person: 'forPerson' in task ? task.forPerson : null,
      for_role: 'forRole' in task ? task.forRole : null,
      due_at: task.due,
      created_at: context.now,
    })
    .modifyEnd(along)
    .execute()
  return id
}

/**
 * Closes every open task of this kind, or of any of these, about this thing, whoever it was given to. A kind may end in
 * %, for all that begin so.
 */
export async function closeTasks(
  context: Context,
  kinds: string | readonly string[],
  aboutId: string,
  note: string,
): Promise<void> {
  if (kinds.length === 0) return
  await widened(context, () =>
    context.db
      .updateTable('task')
      .set({ done_at: context.now, done_by: context.actor.person, done_note: note })
      .where('about_id', '=', aboutId)
      .where('done_at', 'is', null)
      .where(sql<boolean>`kind like any (${[kinds].flat()}::text[])`)
      .execute(),
  )
}

/** Closes one task. */
export async function closeTask(context: Context, task: string, note: string): Promise<void> {
  await context.db
    .updateTable('task')
    .set({ done_at: context.now, done_by: context.actor.person, done_note: note })
    .where('id', '=', task)
    .execute()
}
