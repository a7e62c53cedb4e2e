import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { NotFound, Refusal } from '../platform/refusals.ts'
import type { RegisterTexts } from './register.ts'
import type { Outcome } from './work.ts'

/** What is kept of an import once it is done: figures and notices, no record of anybody. */
export type KeptResult = Omit<Outcome, 'changes' | 'problems'>

export type Upload = {
  upload: string
  files: RegisterTexts | null
  result: KeptResult | null
  expiresAt: Date
}

const HOURS = 24

/** Keeps a register for its sender's yes, for a day. Gives the upload's id. */
export async function stage(context: Context, files: RegisterTexts): Promise<string> {
  const { db, actor, now } = context
  if (actor.person === null) {
    throw new Refusal('Nobody is signed in to say yes later: import the register in one step')
  }
  await sql`select let_go_of_uploads(${now})`.execute(db)
  const id = newId()
  await db
    .insertInto('staged_upload')
    .values({
      id,
      service_id: actor.service.id,
      person_id: actor.person,
      files: JSON.stringify(files),
      staged_at: now,
      expires_at: new Date(now.getTime() + HOURS * 3_600_000),
    })
    .execute()
  return id
}

/** The actor's own upload: waiting with its files, or imported with its result. One that expired is not found. */
export async function findUpload({ db, now }: Context, upload: string): Promise<Upload> {
  const row = await db
    .selectFrom('staged_upload')
    .select(['id', 'files', 'result', 'expires_at', 'imported_at'])
    .where('id', '=', upload)
    .executeTakeFirst()
  if (!row || (!row.imported_at && (row.files === null || row.expires_at <= now))) throw new NotFound()
  return {
    upload: row.id,
    files: row.files as RegisterTexts | null,
    result: row.result as KeptResult | null,
    expiresAt: row.expires_at,
  }
}

/** Lets the files go and keeps what became of them. */
export async function keepResult({ db, now }: Context, upload: string, outcome: Outcome): Promise<void> {
  const { changes: _changes, problems: _problems, ...result } = outcome
  await db
    .updateTable('staged_upload')
    .set({ files: null, result: JSON.stringify(result), imported_at: now })
    .where('id', '=', upload)
    .execute()
}

/** The actor's own registers that wait for their yes, the newest first. */
export async function waitingUploads({
  db,
  now,
}: Context): Promise<{ upload: string; sentAt: Date; expiresAt: Date }[]> {
  return db
    .selectFrom('staged_upload')
    .select(['id as upload', 'staged_at as sentAt', 'expires_at as expiresAt'])
    .where('files', 'is not', null)
    .where('expires_at', '>', now)
    .orderBy('staged_at', 'desc')
    .execute()
}
