import { describe, expect, test } from 'vitest'
import { found, idle, sources } from './source.ts'

/* What a line of code may not hold, what to do instead, and the places where it must. */

type Ban = { what: string; instead: string; pattern: RegExp; but: RegExp[] }

const BANS: Ban[] = [
  {
    what: 'the machine’s clock',
    instead: 'take `now` as an argument: from the context in an action, from the visit on a page',
    pattern: /new Date\(\)|Date\.now\(|Temporal\.Now/,
    but: [
      // Where the program begins, and gets its clock.
      /^src\/serve\.ts$/,
      /^src\/cli\//,
      // How long a server takes to answer, not what day it is.
      /^src\/platform\/(database-pool|embedded[a-z-]*)\.ts$/,
    ],
  },
  {
    what: 'chance',
    instead:
      'use `newId()` for an id and access/secrets.ts for a secret; a rule takes its seed as an argument',
    pattern: /Math\.random|randomUUID|randomBytes|randomInt|getRandomValues/,
    but: [/^src\/platform\/ids\.ts$/, /^src\/access\/secrets\.ts$/],
  },
  {
    what: 'the environment',
    instead: 'read it in config.ts and pass the value on',
    pattern: /process\.env/,
    but: [/^src\/(main|cli\/(open|running))\.ts$/, /^src\/platform\/embedded-account\.ts$/],
  },
  {
    what: 'writing to the terminal',
    instead: 'throw, or take a `log` as an argument: a log must never hold what a person typed',
    pattern: /console\.|process\.std(out|err)/,
    but: [/^src\/(main|serve|app|cli)\.ts$/, /^src\/cli\//],
  },
  {
    what: 'SQL',
    instead:
      'put it into the module’s store.ts (or store-*.ts, bulk.ts) as a function that says what it gives',
    pattern: /\bsql`|\bsql<|\.(selectFrom|insertInto|updateTable|deleteFrom|selectNoFrom)\(/,
    but: [
      /\/(store[a-z-]*|bulk)\.ts$/,
      /^src\/platform\/[a-z-]+\.ts$/,
      /^src\/verify\//,
      // Asked before anybody is known, so not through the door; and the health check.
      /^src\/access\/(session|sign-in-code|tokens|services|demo)\.ts$/,
      /^src\/app\.ts$/,
      // Begins an imagined county, in one go, before there is anybody to act.
      /^src\/seed\/(begin|one-go)\.ts$/,
      // Conditions on dated facts, and positions, for the stores of several modules.
      /^src\/households\/(as-at|position)\.ts$/,
    ],
  },
  {
    what: 'a way round the door',
    instead: 'perform an action or look at a listing: `openDoor` is for the app and the command line',
    pattern: /\b(openDoor|doorTo)\(|\benter\(/,
    but: [
      /^src\/(app|seed|door|serve)\.ts$/,
      /^src\/(cli|seed)\//,
      /^src\/platform\/(door|enter)\.ts$/,
      // Sets a service up, before there is anybody to act.
      /^src\/access\/services\.ts$/,
    ],
  },
  {
    what: 'markup that is not escaped',
    instead: 'write JSX, which escapes by itself',
    // `sql.raw` is SQL, which has a ban of its own.
    pattern: /dangerouslySetInnerHTML|(?<!sql\.)\braw\(/,
    but: [/^src\/platform\/web\/layout\.tsx$/],
  },
]

describe.each(BANS)('$what', ({ instead, pattern, but }) => {
  test(`is not used: ${instead}`, () => {
    expect(found(pattern, but)).toEqual([])
  })

  test('has no exception that nothing needs', () => {
    expect(idle(pattern, but)).toEqual([])
  })
})

test('the sources were read', () => {
  expect(sources().length).toBeGreaterThan(200)
})
