import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegisterFiles } from '../register/read-register.ts'
import { readText } from '../register/read-text.ts'
import { FILES } from '../register/register.ts'
import { Stop } from './say.ts'

/** The three files of a folder, whatever the capitals of their names. */
export async function readFolder(folder: string): Promise<RegisterFiles> {
  const about = await stat(folder).catch(() => null)
  if (!about) throw new Stop(`There is no folder ${folder}.`)
  if (!about.isDirectory()) {
    throw new Stop(`${folder} is a file: give the folder that holds ${Object.values(FILES).join(', ')}.`)
  }
  const names = await readdir(folder)
  const files: RegisterFiles = { households: null, children: null, links: null }
  for (const key of Object.keys(FILES) as (keyof RegisterFiles)[]) {
    const name = names.find((one) => one.toLowerCase() === FILES[key])
    if (name === undefined) continue
    const read = readText(FILES[key], await readFile(join(folder, name)))
    files[key] = 'text' in read ? read.text : read.problem
  }
  return files
}
