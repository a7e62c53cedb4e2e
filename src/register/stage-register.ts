import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { bring } from './bring.ts'
import { refuseWith } from './import-register.ts'
import type { Problem } from './problems.ts'
import { readRegister } from './read-register.ts'
import { checkText, readText } from './read-text.ts'
import { FILES, type RegisterTexts } from './register.ts'
import { stage } from './store-uploads.ts'

/** A file from a form, or its text from a script. */
const file = (says: string) =>
  z.union([z.string(), z.file()], { error: says }).refine((value) => sizeOf(value) > 0, { error: says })

const sizeOf = (value: string | File): number => (typeof value === 'string' ? value.length : value.size)

export const stageRegister = action({
  name: 'stage-register',
  says: 'Sends a register to be looked at first: it changes nothing until import-register is asked for it.',
  input: z.object({
    households: file(`Choose the file ${FILES.households}`),
    children: file(`Choose the file ${FILES.children}`),
    links: z.union([z.string(), z.file()]).optional(),
  }),
  subject: async () => null,
  allow: may.importRegister,
  run: async (context, { households, children, links }) => {
    const problems: Problem[] = []
    const texts: RegisterTexts = {
      households: await textOf(FILES.households, households, problems),
      children: await textOf(FILES.children, children, problems),
      links: links && sizeOf(links) > 0 ? await textOf(FILES.links, links, problems) : null,
    }
    refuseWith(problems)
    const outcome = await bring(context, readRegister(texts, context.today), true)
    refuseWith(outcome.problems)
    return { upload: await stage(context, texts) }
  },
})

async function textOf(name: string, given: string | File, problems: Problem[]): Promise<string | null> {
  const read =
    typeof given === 'string'
      ? checkText(name, given)
      : readText(name, new Uint8Array(await given.arrayBuffer()))
  if ('text' in read) return read.text
  problems.push(read.problem)
  return null
}
