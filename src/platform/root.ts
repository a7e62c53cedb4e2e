import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, found from the sources as well as from dist: the one that holds migrations. */
export const root = ascend(import.meta.dirname)

function ascend(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The folder with package.json and migrations was not found')
  return ascend(above)
}
