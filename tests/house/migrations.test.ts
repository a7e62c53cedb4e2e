import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'

const files = readdirSync(join(root, 'migrations')).sort()

test('migrations are plain SQL, numbered without gaps', () => {
  expect(files.length).toBeGreaterThan(0)
  const numbers = files.map((name) => /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
  expect(numbers).toEqual(files.map((_, index) => String(index + 1).padStart(4, '0')))
})

test('tables.ts is what the migrations make', async () => {
  const check = promisify(execFile)(process.execPath, ['scripts/tables.mjs', '--check'], { cwd: root })
  await expect(check.then(() => 'the same')).resolves.toBe('the same')
}, 60_000)

test('the database’s words stand in docs/words.md', () => {
  const words = readFileSync(join(root, 'docs/words.md'), 'utf8').toLowerCase()
  const sql = files.map((name) => readFileSync(join(root, 'migrations', name), 'utf8')).join('\n')
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name)
  /** The machinery's own words, which nobody of the field says. */
  const endings = ['detail', 'link', 'read']
  const machinery = [
    'dated_fact',
    'session',
    'api_token',
    'sign_in_code',
    'audit',
    'place_position',
    'staged_upload',
    'stay_was',
  ]
  const nouns = tables.filter((name) => !machinery.includes(name)).flatMap((name) => name.split('_'))
  expect(tables.length).toBeGreaterThan(30)
  expect(
    [...new Set(nouns)].filter((noun) => !endings.includes(noun) && !words.includes(noun)).sort(),
  ).toEqual([])
})
