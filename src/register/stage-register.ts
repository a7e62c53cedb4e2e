import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { bring } from './bring.ts'
import { refuseWith } from './import-register.ts'
import type { Problem } from './problems.ts'
import { type RegisterFiles, readRegister } from './read-register.ts'
import { checkText, readText } from './read-text.ts'
import { FILES, type RegisterTexts } from './register.ts'
import { stage } from './store-uploads.ts'
import { optionalUploadField, sizeOf, uploadField } from './upload-field.ts'

export const stageRegister = action({
  name: 'stage-register',
  says: 'Sends a register to be looked at first: it changes nothing until import-register is asked for it.',
  input: z.object({
    households: uploadField(`Choose the file ${FILES.households}`),
    children: uploadField(`Choose the file ${FILES.children}`),
    links: optionalUploadField(),
  }),
  subject: async () => null,
  allow: may.importRegister,
  run: async (context, { households, children, links }) => {
    const files: RegisterFiles = {
      households: await textOf(FILES.households, households),
      children: await textOf(FILES.children, children),
      links: links && sizeOf(links) > 0 ? await textOf(FILES.links, links) : null,
    }
    const outcome = await bring(context, readRegister(files, context.today), true)
    refuseWith(outcome.problems)
    return { upload: await stage(context, files as RegisterTexts) }
  },
})

async function textOf(name: string, given: string | File): Promise<string | Problem> {
  const read =
    typeof given === 'string'
      ? checkText(name, given)
      : readText(name, new Uint8Array(await given.arrayBuffer()))
  return 'text' in read ? read.text : read.problem
}
