import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import type { Context } from '../platform/context.ts'
import { id, tick } from '../platform/fields.ts'
import { BadInput, Refusal } from '../platform/refusals.ts'
import { count } from '../values/words.ts'
import { bring } from './bring.ts'
import { inOrder, type Problem } from './problems.ts'
import { type Register, readRegister } from './read-register.ts'
import type { RegisterTexts } from './register.ts'
import { findUpload, keepResult } from './store-uploads.ts'
import type { Outcome } from './work.ts'

const name = 'import-register'
const says = 'Brings a service’s register in: all of it, or nothing and every problem it has.'
const csv = z.string().optional()

/** Imports a register that was sent before (`upload`), or the texts of its files. */
export const importRegister = action({
  name,
  says,
  input: z.object({
    upload: id('a register that was sent').optional(),
    households: csv,
    children: csv,
    links: csv,
    dryRun: tick(),
  }),
  subject: async (context, { upload }) => (upload ? await findUpload(context, upload) : null),
  allow: may.importRegister,
  run: async (context, { upload, dryRun, ...files }, staged) => {
    const texts = staged?.files ?? textsOf(files)
    const outcome = await importOrRefuse(context, readRegister(texts, context.today), dryRun)
    if (upload && !dryRun) await keepResult(context, upload, outcome)
    return { dryRun, ...outcome }
  },
})

/** The same for a register that was read at the machine's own terminal, telling how far it is. */
export const importRegisterRead = (register: Register, progress: (line: string) => void) =>
  action({
    name,
    says,
    input: z.object({}),
    subject: async () => null,
    allow: may.importRegister,
    run: (context) => importOrRefuse(context, register, false, progress),
  })

async function importOrRefuse(
  context: Context,
  register: Register,
  shown: boolean,
  progress?: (line: string) => void,
): Promise<Outcome> {
  const outcome = await bring(context, register, shown, progress)
  refuseWith(outcome.problems)
  return outcome
}

/** Throws a `Refusal` that carries every problem as `detail.problems`, if there is any. */
export function refuseWith(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const says = `${count(problems.length, 'problem')} in the register, so nothing was imported`
  throw new Refusal(says, { detail: { problems: inOrder(problems) } })
}

function textsOf(files: { [name in keyof RegisterTexts]?: string | undefined }): RegisterTexts {
  if (files.households === undefined && files.children === undefined) {
    throw new BadInput([
      { field: 'upload', message: 'Give the id of a register that was sent, or the text of its files' },
    ])
  }
  const { households = null, children = null, links = null } = files
  return { households, children, links }
}
