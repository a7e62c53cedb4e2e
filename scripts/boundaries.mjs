// Holds the imports of src/ against .dependency-cruiser.cjs. Fails too when the tool read fewer files than there
// are: it has passed silently before, having read none.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(`${root}/src`, { recursive: true }).filter((name) => /\.tsx?$/.test(name)).length

const { stdout, stderr } = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'json'],
  { cwd: root, encoding: 'utf8', maxBuffer: 1e9 },
)
if (!stdout) throw new Error(stderr || 'dependency-cruiser said nothing')
const { modules, summary } = JSON.parse(stdout)

const says = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]))
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`
  console.error(`${way}\n  ${rule.name}: ${says.get(rule.name)}`)
}
const read = modules.filter(({ source }) => source.startsWith('src/')).length
if (read < files || files === 0) console.error(`Read ${read} of the ${files} files of src/`)
else console.log(`${read} files, ${summary.violations.length} imports the wrong way`)
if (summary.violations.length > 0 || read < files || files === 0) process.exitCode = 1
