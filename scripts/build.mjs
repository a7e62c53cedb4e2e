// Builds what a person runs: the server, the command line and the theme, into dist/.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))

await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/cli.ts', 'src/plans/planner-worker.ts'].filter((file) =>
    existsSync(`${root}/${file}`),
  ),
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
})

const theme = compile(`${root}/src/platform/web/theme.scss`, {
  style: 'compressed',
  loadPaths: [`${root}/node_modules`],
  quietDeps: true,
})
await mkdir(`${root}/dist`, { recursive: true })
await writeFile(`${root}/dist/theme.css`, theme.css)
