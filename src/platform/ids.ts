import { randomUUID } from 'node:crypto'

/** A new row's id. Ids are made here, not by the database, so a row its maker may not read back can still be linked. */
export const newId = (): string => randomUUID()
