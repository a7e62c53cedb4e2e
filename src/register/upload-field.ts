import { z } from 'zod'

/** A file from a form, or its text from a script; `says` asks for it where it is missing or empty. */
export const uploadField = (says: string) =>
  z.union([z.string(), z.file()], { error: says }).refine((given) => sizeOf(given) > 0, { error: says })

/** The same where it may be left out: a form sends a file without bytes. */
export const optionalUploadField = () => z.union([z.string(), z.file()]).optional()

/** Letters or bytes. */
export const sizeOf = (given: string | File): number =>
  typeof given === 'string' ? given.length : given.size
