import { createService, listServices, NO_DUTY_PHONE } from '../access/services.ts'
import { weigh } from '../register/bring.ts'
import { importRegisterRead, refuseWith } from '../register/import-register.ts'
import { NOTHING_KNOWN } from '../register/known.ts'
import { registerPreviewOf } from '../register/lists.ts'
import { sayNotice } from '../register/problems.ts'
import { type Register, readRegister } from '../register/read-register.ts'
import type { Outcome } from '../register/work.ts'
import { type Day, dayOf } from '../values/london.ts'
import { count, list } from '../values/words.ts'
import { type Opened, opened, operatorOf, theService } from './open.ts'
import { readFolder } from './read-folder.ts'
import { print, tell } from './say.ts'

export type ImportOptions = { dryRun?: boolean; service?: string; json?: boolean }

/** `import register FOLDER`: all of it, or nothing and every problem. */
export async function importRegisterFolder(folder: string, options: ImportOptions): Promise<void> {
  const files = await readFolder(folder)
  await opened(async (open) => {
    const today = dayOf(open.now())
    const register = readRegister(files, today, tell)
    const outcome = await imported(open, register, today, options)
    sayNotices(outcome)
    if (options.json) print(JSON.stringify({ dryRun: options.dryRun === true, ...outcome }, null, 2))
    else print(sayOutcome(outcome, options.dryRun === true).join('\n'))
  })
}

async function imported(
  open: Opened,
  register: Register,
  today: Day,
  { dryRun, service }: ImportOptions,
): Promise<Outcome> {
  if ((await listServices(open.database.owner)).length === 0) {
    const first = await weigh(NOTHING_KNOWN, register, today, null, () => {})
    refuseWith(first.problems)
    const name = service ?? nameFrom(register)
    if (dryRun) {
      tell(`There is no service yet: the import would make one, "${name}".`)
      return first
    }
    await makeService(open, name)
  }
  const caller = operatorOf(await theService(open.database, service))
  if (!dryRun) return open.door.perform(importRegisterRead(register, tell), caller, {})
  const outcome = await open.door.look(registerPreviewOf(register, tell), caller, {})
  refuseWith(outcome.problems)
  return outcome
}

/** `Portsmouth fostering service`, after the authority most of the children belong to. */
function nameFrom({ children }: Register): string {
  const counts = new Map<string, number>()
  for (const { authority } of children) {
    if (authority) counts.set(authority, (counts.get(authority) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
  return most ? `${most[0]} fostering service` : 'Fostering service'
}

async function makeService({ database, now }: Opened, name: string): Promise<void> {
  const { people } = await createService(database.owner, { name, dutyPhone: NO_DUTY_PHONE }, now())
  tell(`There was no service yet, so "${name}" was made, with these people to begin with:`)
  for (const person of people) tell(`  ${person.name}  ${person.id}`)
  tell('Nobody of them can sign in yet: give each a real name and address with constellation change-person.')
  tell(
    `Its duty phone reads ${NO_DUTY_PHONE}: change it with constellation service change --duty-phone NUMBER`,
  )
}

const MOST_NOTICES = 40

function sayNotices({ notices }: Outcome): void {
  for (const notice of notices.slice(0, MOST_NOTICES)) tell(`Note: ${sayNotice(notice)}`)
  const more = notices.length - MOST_NOTICES
  if (more > 0) tell(`Note: and ${count(more, 'more note')} like these; --json lists them all.`)
}

function sayOutcome(outcome: Outcome, dryRun: boolean): string[] {
  const { homes, children, links, people, changes } = outcome
  const read = `The register: ${count(homes.read, 'home')}, ${count(children.read, 'child', 'children')}, ${count(links.read, 'link')}.`
  const added = [
    [homes.added, count(homes.added, 'new home')],
    [children.added, count(children.added, 'new child', 'new children')],
    [people, count(people, 'new person', 'new people')],
    [links.added, count(links.added, 'new tie')],
    [homes.changed, count(homes.changed, 'changed home')],
    [children.changed, count(children.changed, 'changed child', 'changed children')],
  ].flatMap(([number, words]) => (number ? [String(words)] : []))
  const lines = changes.map(({ about, what, was, now }) => `  ${about}: ${what}: ${was} → ${now}`)
  if (added.length + lines.length === 0) return [read, 'Nothing changes: all of it is known already.']
  const says = dryRun ? 'It would bring' : 'Imported:'
  return [read, ...lines, `${says} ${list(added)}.${dryRun ? ' Nothing was changed.' : ''}`]
}
