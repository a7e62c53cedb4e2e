import { createHash } from 'node:crypto'

/** Another name for an id, always the same for the same id, which does not lead back to it. */
export const pseudonym = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16)
