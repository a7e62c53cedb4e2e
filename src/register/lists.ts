import { z } from 'zod'
import { may } from '../access/policy.ts'
import { id } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { bring } from './bring.ts'
import { type Register, readRegister } from './read-register.ts'
import { findUpload, type KeptResult, waitingUploads } from './store-uploads.ts'
import type { Outcome } from './work.ts'

export type Preview =
  | { imported: false; upload: string; expiresAt: Date; outcome: Outcome }
  | { imported: true; upload: string; outcome: KeptResult }

const name = 'register-preview'
const says = 'What a register that was sent would change; once it is imported, what it changed.'

export const registerPreview = listing({
  name,
  says,
  query: z.object({ upload: id('a register that was sent') }),
  allow: may.importRegister,
  sensitive: ({ upload }) => ({ upload }),
  run: async (context, { upload }): Promise<Preview> => {
    const { files, result, expiresAt } = await findUpload(context, upload)
    if (result) return { imported: true, upload, outcome: result }
    const register = readRegister(files ?? { households: null, children: null, links: null }, context.today)
    return { imported: false, upload, expiresAt, outcome: await bring(context, register, true) }
  },
})

/** The same for a register that was read at the machine's own terminal. */
export const registerPreviewOf = (register: Register, progress: (line: string) => void) =>
  listing({
    name,
    says,
    query: z.object({}),
    allow: may.importRegister,
    run: (context): Promise<Outcome> => bring(context, register, true, progress),
  })

/** Registers the asker has sent and not yet said yes to. */
export const registersSent = listing({
  name: 'registers-sent',
  says: 'The registers you have sent that wait for your yes.',
  query: z.object({}),
  allow: may.importRegister,
  run: waitingUploads,
})
