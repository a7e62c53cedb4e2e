import type { Command } from 'commander'
import { sayFilled } from '../seed/demo.ts'
import { seed } from '../seed.ts'
import { dayOf } from '../values/london.ts'
import { opened } from './open.ts'
import { print } from './say.ts'

/** The imagined county, for a demonstration or to try things out. */
export function addSeed(program: Command, heading: string): void {
  program
    .command('seed')
    .description('Fill an empty database with one imagined county, told from today.')
    .helpGroup(heading)
    .action(() =>
      opened(async ({ database, now }) => {
        const began = performance.now()
        await seed(database, dayOf(now()))
        print(sayFilled(performance.now() - began))
      }),
    )
}
