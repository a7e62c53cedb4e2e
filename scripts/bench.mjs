// Builds what people run, then measures it: bench/run.ts, or the part of it that is named. Each prints one JSON object.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [named = 'run', ...rest] = process.argv.slice(2)
if (!existsSync(`${root}/bench/${named}.ts`)) throw new Error(`There is no bench/${named}.ts`)
await import('./build.mjs')
const outfile = `${root}/.cache/bench-${named}.mjs`
await build({
  entryPoints: [`${root}/bench/${named}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
})
process.exit(spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' }).status ?? 1)
