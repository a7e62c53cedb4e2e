// Lets a script use one of the app's own TypeScript files on a Node that cannot read it.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Gives what `src/…` exports. */
export async function load(file) {
  const outfile = `${root}.cache/scripts/${file.replaceAll('/', '-')}.mjs`
  const shared = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' }
  await build({ entryPoints: [root + file], outfile, ...shared })
  return import(pathToFileURL(outfile).href)
}
