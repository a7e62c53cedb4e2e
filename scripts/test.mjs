// Runs every test and ends with one line, `12 passed, 0 failed, 3 skipped`. Fails when a test failed, and when one
// of the projects ran none: a typing error in a pattern has passed silently before.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const report = `${root}reports/tests.json`
mkdirSync(`${root}reports`, { recursive: true })
rmSync(report, { force: true })

const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`]
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)

const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(report, 'utf8'),
)
const has = (file, status) => file.assertionResults.some((test) => test.status === status)
const ran = (where) => testResults.some((file) => where.test(file.name) && has(file, 'passed'))
const projects = {
  unit: /\/src\/.*(?<!\.db)\.test\.tsx?$/,
  database: /\/src\/.*\.db\.test\.tsx?$/,
  house: /\/tests\/house\//,
  journeys: /\/tests\/journeys\//,
}
const silent = Object.entries(projects).filter(([, where]) => !ran(where))
for (const [name] of silent) console.error(`No ${name} test ran`)
// A file that could not be loaded holds no test that failed, and has failed all the same.
const broken = testResults.filter((file) => file.status === 'failed' && !has(file, 'failed'))

const failures = numFailedTests + broken.length
console.log(`${numPassedTests} passed, ${failures} failed, ${numPendingTests + numTodoTests} skipped`)
process.exitCode = status === 0 && failures === 0 && silent.length === 0 ? 0 : 1
