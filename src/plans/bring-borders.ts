import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { BadInput } from '../platform/refusals.ts'
import { uploadField } from '../register/upload-field.ts'
import { readBorders } from './borders.ts'
import { replaceBorders } from './store-borders.ts'

export const bringBorders = action({
  name: 'bring-borders',
  says: 'Brings in the borders of councils for the maps of plans, from a TopoJSON file, in place of those before.',
  input: z.object({ borders: uploadField('Choose a TopoJSON file of councils’ borders') }),
  subject: async () => null,
  allow: may.makePlan,
  run: async (context, { borders: given }) => {
    const read = readBorders(typeof given === 'string' ? given : await given.text())
    if ('problem' in read) throw new BadInput([{ field: 'borders', message: read.problem }])
    await replaceBorders(context, read.borders)
    return { borders: read.borders.length }
  },
})
