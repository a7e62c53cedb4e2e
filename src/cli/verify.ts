import type { Command } from 'commander'
import { count } from '../values/words.ts'
import type { Breach } from '../verify/check.ts'
import { type Report, verify } from '../verify/verify.ts'
import { opened } from './open.ts'
import { print } from './say.ts'

type Options = { json?: boolean; audit?: boolean }

/** `verify`: whether the records keep the rules. Exit status 1 where they do not. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Check every rule the records can show, over all services. Changes nothing.')
    .helpGroup('Running it:')
    .option('--audit', 'also compute the chain of the audit again, row by row')
    .option('--json', 'print what was checked and found as JSON')
    .action((options: Options) =>
      opened(async ({ database, now }) => {
        const report = await verify(database.owner, now(), { chain: options.audit === true })
        print(options.json ? JSON.stringify(report) : inWords(report).join('\n'))
        if (report.breaches.length > 0) process.exitCode = 1
      }),
    )
}

function inWords({ checked, breaches, kept, seconds }: Report): string[] {
  const told = (one: Breach) => [`Rule ${one.rule}: ${one.what}`, ...one.rows.map((row) => `  ${row}`)]
  const known = kept.length > 0 ? ['', 'Known, and recorded as it should be:', ...kept.flatMap(told)] : []
  const end = breaches.length === 0 ? 'no breach' : count(breaches.length, 'breach', 'breaches')
  return [
    ...breaches.flatMap(told),
    ...known,
    `Checked ${count(checked.length, 'rule')} of section 5 (${checked.join(', ')}) in ${seconds} seconds: ${end}.`,
  ]
}
