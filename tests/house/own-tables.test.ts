import { expect, test } from 'vitest'
import { sources } from './source.ts'

/* A module reads any table and writes only its own. */

const WRITES = [
  /\.(?:insertInto|updateTable|deleteFrom)\('(\w+)'/g,
  /\b(?:insert into|update|delete from) "?([a-z_]+)"?(?=[\s(])/g,
  /\b(?:state|end|retract|insertMany|stateMany|endMany|addMany|addOnce)\(\s*context,\s*'(\w+)'/g,
]

/** Which modules write each table. The seeds begin a service, before there is anybody to act: they are left out. */
const writers = (): Map<string, Set<string>> => {
  const by = new Map<string, Set<string>>()
  for (const { path, code } of sources()) {
    const [, module = ''] = path.split('/')
    if (module === 'seed') continue
    for (const pattern of WRITES) {
      for (const [, table = ''] of code.matchAll(pattern)) {
        if (['set', 'of', 'nothing'].includes(table)) continue
        by.set(table, (by.get(table) ?? new Set()).add(module))
      }
    }
  }
  return by
}

test('every table is written by one module alone', () => {
  const by = writers()
  const shared = [...by]
    .filter(([, modules]) => modules.size > 1)
    .map(([table, modules]) => `${table}: ${[...modules]}`)
  expect([...by.keys()].length).toBeGreaterThan(30)
  expect(shared).toEqual([])
})
