import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { root } from '../../src/platform/root.ts'

/**
 * A browser for one test file: CHROME_PATH, or the one that came with `npm ci` (Linux x64 alone). Close it in
 * `afterAll`; it starts in about a tenth of a second. Throws a sentence where there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage']
  const own = process.env.CHROME_PATH
  if (own) return chromium.launch({ executablePath: own, args })
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Set CHROME_PATH to a Chrome or Chromium: the one from npm is for Linux x64 alone')
  }
  const home = await unpacked()
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args,
    env: { ...process.env, HOME: home, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await fonts(home) },
  })
}

/**
 * The folder of the unpacked browser, in the project's cache. Test files start at the same time: each that finds
 * none unpacks its own and gives it the name, so that nobody ever runs half a browser.
 */
async function unpacked(): Promise<string> {
  const version = await versionOf('@sparticuz/chromium')
  const folder = join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const mine = `${folder}.${process.pid}`
  await mkdir(mine, { recursive: true })
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    // The package unpacks to the folder for temporary files, and its libraries only where it believes to be on AWS.
    { cwd: root, env: { ...process.env, TMPDIR: mine, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
  )
  await rename(mine, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error
    await rm(mine, { recursive: true, force: true })
  })
  return folder
}

/** Where the browser looks for fonts: its own list names /tmp, and then pages have no text at all. */
async function fonts(home: string): Promise<string> {
  const file = join(home, 'fonts.conf')
  const folders = [join(home, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  const cache = `<cachedir>${join(home, 'font-cache')}</cachedir>`
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${folders}${cache}</fontconfig>`)
  return file
}

async function versionOf(name: string): Promise<string> {
  // The package does not export its package.json: it is found from the file it does export.
  const entry = createRequire(import.meta.url).resolve(name)
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    const about = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
    if (about.name === name) return about.version
  }
  throw new Error(`${name} is not installed: run npm ci`)
}
