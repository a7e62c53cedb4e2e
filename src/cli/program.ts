import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { catalogue } from '../catalogue.ts'
import { root } from '../platform/root.ts'
import { addGenerated } from './generated.ts'
import { importPositionsFile } from './import-positions.ts'
import { importRegisterFolder } from './import-register.ts'
import { addPlan } from './plan.ts'
import { addRunning } from './running.ts'
import { addSeed } from './seed.ts'
import { addSettingUp } from './setting-up.ts'
import { addVerify } from './verify.ts'

const HEADING = 'Bringing records in:'

/** The whole command line: what is made by hand first, then a verb for every listing and action. */
export function buildProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const program = new Command('constellation')
    .description(
      'Constellation runs a Mockingbird fostering programme: hub homes, satellites and sleepovers.',
    )
    .version(version)
    .helpCommand(false)
    .showHelpAfterError('Add --help to see what it takes.')
    .addHelpText('after', AFTER)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({ getOutHelpWidth: () => process.stdout.columns ?? 100 })
  addRunning(program)
  addVerify(program)
  addImports(program)
  addPlan(program)
  addSettingUp(program)
  addSeed(program, HEADING)
  addGenerated(program, catalogue)
  return program
}

function addImports(program: Command): void {
  const imports = program
    .command('import')
    .description('Bring in a register, or where postcodes are.')
    .helpGroup(HEADING)
  imports
    .command('register')
    .argument('<folder>', 'holds households.csv, children.csv and links.csv')
    .description('Bring a service’s register in: all of it, or nothing and every problem it has.')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--service <name>', 'the service it belongs to; where there is none yet, its name')
    .option('--json', 'print what changed as JSON')
    .action(importRegisterFolder)
  imports
    .command('positions')
    .argument(
      '<file>',
      'a CSV of postcodes, sectors or outcodes with lat and lon, like the ONS Postcode Directory',
    )
    .description('Bring in where places are, and put the homes on the map.')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--json', 'print what changed as JSON')
    .action(importPositionsFile)
}

const AFTER = `
Every command acts as the operator of the service, or with --as ID as one person, with what they may see and do.
The data is in ./data (DATA_DIR) or at DATABASE_URL, and may be shared with a running server.
"constellation COMMAND --help" shows what a command takes; --json prints its answer for scripts.`
