import type { Command } from 'commander'
import { createToken } from '../access/create-token.ts'
import { people } from '../access/lists.ts'
import { changeService, createService, listServices } from '../access/services.ts'
import { callerOf, opened, operatorOf, theService } from './open.ts'
import { print } from './say.ts'
import { inLines } from './show.ts'

const HEADING = 'Setting up:'

/** Services, who is in them, and the tokens of scripts. */
export function addSettingUp(program: Command): void {
  const service = program.command('service').description('Make, change and list services.').helpGroup(HEADING)
  service
    .command('create')
    .description('Make a service, with somebody in each role it cannot do without.')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--duty-phone <number>', 'whom to ring at any hour')
    .option('--lead-name <name>', 'who leads the programme')
    .option('--lead-email <address>', 'the address they sign in with')
    .action(({ name, dutyPhone, leadName, leadEmail }) =>
      opened(async ({ database, now }) => {
        const lead = leadName ? { name: String(leadName), email: leadEmail ?? null } : undefined
        const made = await createService(database.owner, { name, dutyPhone, lead }, now())
        print(inLines(made).join('\n'))
      }),
    )
  service
    .command('change')
    .description('Change a service’s name or duty phone.')
    .option('--service <name>', 'which service, where there are several')
    .option('--name <name>', 'its new name')
    .option('--duty-phone <number>', 'its new duty phone')
    .action(({ service: named, name, dutyPhone }) =>
      opened(async ({ database, now }) => {
        const { id } = await theService(database, named)
        await changeService(database.owner, id, { name, dutyPhone }, now())
        print('Changed.')
      }),
    )
  service
    .command('list')
    .description('List the services of this database.')
    .option('--json', 'print them as JSON')
    .action(({ json }) =>
      opened(async ({ database }) => {
        const services = await listServices(database.owner)
        print(json ? JSON.stringify(services, null, 2) : inLines(services).join('\n'))
      }),
    )

  program
    .command('people')
    .description('List people with their ids and what they are.')
    .helpGroup(HEADING)
    .option('--service <name>', 'of this service alone')
    .option('--json', 'print them as JSON')
    .action(({ service: named, json }) =>
      opened(async ({ database, door }) => {
        const services = named ? [await theService(database, named)] : await listServices(database.owner)
        const found: { id: string; name: string; roles: string[] }[] = []
        for (const one of services) {
          const all = await door.look(people, operatorOf(one), {})
          found.push(...all.map(({ id, name, roles }) => ({ id, name, roles })))
        }
        print(json ? JSON.stringify(found, null, 2) : inLines(found).join('\n'))
      }),
    )

  program
    .command('token')
    .description('Make tokens for scripts that use the API.')
    .helpGroup(HEADING)
    .command('create')
    .description('Make a token with which a script acts as a person, and print it: it is shown this once.')
    .requiredOption('--person <id>', 'whom it acts as; "constellation people" lists who there is')
    .option('--days <number>', 'for how many days it holds, 90 unless given')
    .option('--json', 'print it with its end as JSON')
    .action(({ person, days, json }) =>
      opened(async (open) => {
        const { service } = await callerOf(open, { as: person })
        const made = await open.door.perform(createToken, operatorOf({ id: service }), { person, days })
        print(json ? JSON.stringify(made, null, 2) : made.token)
      }),
    )
}
