import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { listServices } from '../access/services.ts'
import { bringPositions, type PositionsOutcome, ShownOnly } from '../register/bring-positions.ts'
import { importPositionsFrom } from '../register/import-positions.ts'
import { placeHomes } from '../register/place-homes.ts'
import { sayNotice } from '../register/problems.ts'
import { readText } from '../register/read-text.ts'
import { count } from '../values/words.ts'
import type { ImportOptions } from './import-register.ts'
import { type Opened, opened, operatorOf } from './open.ts'
import { print, Stop, tell } from './say.ts'

type Done = PositionsOutcome & { homes: number }

/** `import positions FILE`: where places are, for every service, and their homes put on the map. */
export async function importPositionsFile(file: string, options: ImportOptions): Promise<void> {
  const about = await stat(file).catch(() => null)
  if (!about?.isFile()) throw new Stop(`There is no file ${file}.`)
  await refuseStrangers(file)
  await opened(async (open) => {
    const done = await imported(open, file, options.dryRun === true)
    for (const notice of done.notices) tell(`Note: ${sayNotice(notice)}`)
    if (options.json) print(JSON.stringify({ dryRun: options.dryRun === true, ...done }, null, 2))
    else print(sayDone(done, options.dryRun === true))
  })
}

/** A workbook or a web page is told by its first bytes, before anything is opened for it. */
async function refuseStrangers(file: string): Promise<void> {
  for await (const chunk of createReadStream(file, { end: 4095 })) {
    const bytes = chunk as Uint8Array
    const whole = bytes.lastIndexOf(10)
    const read = readText(basename(file), whole > 0 ? bytes.subarray(0, whole) : bytes)
    if ('problem' in read) throw new Stop(`${basename(file)}: ${read.problem.what}; ${read.problem.mend}.`)
  }
}

/** Without a service there is nobody to act for: the places are saved for those to come. */
async function imported({ database, door }: Opened, file: string, dryRun: boolean): Promise<Done> {
  const name = basename(file)
  const source = () => createReadStream(file)
  const [first, ...others] = await listServices(database.owner)
  try {
    if (!first) {
      return await database.app.transaction().execute(async (db) => {
        const done = { ...(await bringPositions(db, name, source(), tell)), homes: 0 }
        if (dryRun) throw new ShownOnly(done)
        return done
      })
    }
    const action = importPositionsFrom(name, source, { dryRun, progress: tell })
    const done = await door.perform(action, operatorOf(first), {})
    for (const service of others)
      done.homes += (await door.perform(placeHomes, operatorOf(service), {})).homes
    return done
  } catch (thrown) {
    if (thrown instanceof ShownOnly) return thrown.outcome
    throw thrown
  }
}

function sayDone({ lines, written, homes }: Done, dryRun: boolean): string {
  const read = `Read ${count(lines, 'place')}.`
  if (written + homes === 0) return `${read} Nothing changes: all of it is known already.`
  const places = `${count(written, 'place')} new or moved`
  const put = homes > 0 ? `, ${count(homes, 'home')} placed anew` : ''
  return dryRun ? `${read} It would bring ${places}${put}. Nothing was changed.` : `${read} ${places}${put}.`
}
