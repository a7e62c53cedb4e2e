import { addPeople, giveRoles } from '../access/bulk.ts'
import { addChildren } from '../children/bulk.ts'
import { addHouseholds } from '../households/bulk.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { takeTurns } from '../platform/locks.ts'
import type { Day } from '../values/london.ts'
import { bringChildren } from './bring-children.ts'
import { bringHomes } from './bring-homes.ts'
import { bringLinks } from './bring-links.ts'
import { type Known, knownTo } from './known.ts'
import type { Register } from './read-register.ts'
import { absent, referencesOf, unknownReferences } from './references.ts'
import { nameKey, nothingSaid } from './rules.ts'
import { decideStaff } from './rules-people.ts'
import { takeYourTime } from './store.ts'
import type { Outcome, Work } from './work.ts'

/**
 * Weighs a register against what the actor's service knows and, unless it is only `shown`, writes what it changes.
 * With any problem nothing may be kept: the caller undoes the transaction. `progress` is told how far it is.
 */
export async function bring(
  context: Context,
  register: Register,
  shown: boolean,
  progress: (line: string) => void = () => {},
): Promise<Outcome> {
  await takeYourTime(context)
  if (!shown) await takeTurns(context, [context.actor.service.id])
  return weigh(knownTo(context), register, context.today, shown ? null : context, progress)
}

/** The same against anything known; writes nothing without a context to `write` in. */
export async function weigh(
  known: Known,
  register: Register,
  today: Day,
  context: Context | null,
  progress: (line: string) => void,
): Promise<Outcome> {
  const homes = referencesOf(register.homes, await known.homeReferences(), newId)
  const children = referencesOf(register.children, await known.childReferences(), newId)
  const staff = decideStaff(register, await known.staff(), newId)
  const outcome: Outcome = {
    ...nothingSaid(),
    written: 0,
    homes: { read: register.homes.length, added: homes.added.length, changed: 0 },
    children: { read: register.children.length, added: children.added.length, changed: 0 },
    people: staff.added.length,
    links: { read: register.links.length, added: 0 },
  }
  const hear: Work['hear'] = (said) => {
    for (const list of ['changes', 'problems', 'notices'] as const) {
      for (const one of said[list]) (outcome[list] as unknown[]).push(one)
    }
  }
  const write: Work['write'] = async (rows) => {
    if (context && outcome.problems.length === 0) outcome.written += await rows(context)
  }
  const worker: Work['worker'] = (name) => (name === null ? null : (staff.byName.get(nameKey(name)) ?? null))
  const work: Work = { known, today, register, outcome, homes, children, worker, hear, write, progress }

  const { problems, notices } = register
  hear({ changes: [], notices, problems: [...problems, ...unknownReferences(register, homes, children)] })
  await write((context) => addHouseholds(context, homes.added))
  await write((context) => addChildren(context, children.added))
  await write((context) => addPeople(context, staff.added))
  await write((context) => giveRoles(context, staff.roles))
  await bringHomes(work)
  await bringChildren(work)
  await bringLinks(work)
  hear({ ...nothingSaid(), notices: absent(register, homes, children) })
  return outcome
}
