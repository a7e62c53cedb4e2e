// Takes the README's pictures from a running demonstration: `npm run demo` in one window, this in another.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = `${root}/.cache/pictures.mjs`
await build({
  entryPoints: [`${root}/tests/pictures.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
process.exit(spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1)
