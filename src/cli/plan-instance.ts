import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Read } from '../plans/instance.ts'
import { readCouncil } from '../plans/read-council.ts'
import { readCpmp } from '../plans/read-cpmp.ts'
import { bare, type Ground } from './plan-ground.ts'
import type { PlanOptions } from './plan-options.ts'
import { Stop } from './say.ts'

/** Reads `--instance FILE --format cpmp|council`. Throws every problem of it as sentences. */
export async function groundOfInstance(path: string, { format, distance }: PlanOptions): Promise<Ground[]> {
  if (format !== 'cpmp' && format !== 'council')
    throw new Stop('Say what kind of instance it is: --format cpmp, or --format council.')
  if (distance !== undefined && distance !== 'exact' && distance !== 'floor')
    throw new Stop(`--distance: "${distance}" is not one of its words; use exact or floor.`)
  if (format === 'council' && distance === 'floor')
    throw new Stop('--distance floor is for cpmp instances: leave it out.')
  const text = await textOf(path)
  const file = basename(path)
  if (format === 'council') {
    return must(readCouncil(text, file)).map(({ agency, problem }) => bare(problem, agency, 'km', true))
  }
  const exact = distance !== 'floor'
  return [bare(must(readCpmp(text, exact ? 'exact' : 'floor', file)), null, 'units', exact)]
}

export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Stop(`There is no file ${path} that can be read.`)
  }
}

/** The value, or everything that is wrong as sentences. */
export function must<T>(read: Read<T>): T {
  if ('value' in read) return read.value
  throw new Stop(read.wrong.join('\n'))
}
