import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { bringPositions, placeHomesAgain, ShownOnly } from './bring-positions.ts'
import type { Source } from './read-positions.ts'
import { takeYourTime } from './store.ts'
import { uploadField } from './upload-field.ts'

const name = 'import-positions'
const says = 'Brings in where postcodes, sectors or outcodes are, and puts the homes on the map.'

export const importPositions = action({
  name,
  says,
  input: z.object({
    places: uploadField('Choose a CSV of places with their lat and lon'),
  }),
  subject: async () => null,
  allow: may.importRegister,
  run: async (context, { places }) => {
    await takeYourTime(context)
    const source = typeof places === 'string' ? textSource(places) : places.stream()
    const outcome = await bringPositions(context.db, 'the file', source)
    return { ...outcome, homes: await placeHomesAgain(context) }
  },
})

/**
 * The same for a file of any length that flows from the machine's own disk, telling how far it is. With `dryRun`
 * it throws `ShownOnly`, and so leaves everything as it was.
 */
export const importPositionsFrom = (
  file: string,
  open: () => Source,
  { dryRun, progress }: { dryRun: boolean; progress: (line: string) => void },
) =>
  action({
    name,
    says,
    input: z.object({}),
    subject: async () => null,
    allow: may.importRegister,
    run: async (context) => {
      await takeYourTime(context)
      const outcome = await bringPositions(context.db, file, open(), progress)
      const done = { ...outcome, homes: await placeHomesAgain(context, progress) }
      if (dryRun) throw new ShownOnly(done)
      return done
    },
  })

async function* textSource(text: string): AsyncGenerator<string> {
  yield text
}
