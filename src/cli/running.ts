import type { Command } from 'commander'
import { serve } from '../serve.ts'
import { opened } from './open.ts'
import { print } from './say.ts'

const HEADING = 'Running it:'

export function addRunning(program: Command): void {
  program
    .command('serve')
    .description('Serve the pages and the API, like npm start.')
    .helpGroup(HEADING)
    .action(() => serve(process.env))
  program
    .command('migrate')
    .description('Bring the database up to this version. Every other command does so too.')
    .helpGroup(HEADING)
    .action(() => opened(async () => print('The database is up to date.')))
}
