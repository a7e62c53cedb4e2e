import { is } from '../access/policy.ts'
import type { Actor, Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { tell } from '../platform/messages.ts'
import { giveTask } from '../platform/tasks.ts'
import type { Span } from '../values/london.ts'
import type { Finding } from './facts.ts'
import { type Around, peopleAround, whoCouldSayYes } from './store-people.ts'
import { type Kind, named } from './words.ts'

type About = { home: string; host: string; span: Span; children: readonly string[]; kind?: Kind }

/** The kind of the task that asks for one yes, so that giving it closes just that task. */
export const yesTask = (finding: string): string => `yes ${finding}`

/**
 * Asks the people who could say yes to each finding: a task each and one message. Where nobody holds the first
 * role that could, the next is asked; where nobody holds any, the duty team is. `known` are the stay's people, where they were asked for already.
 */
export async function askForYeses(
  context: Context,
  stay: string,
  findings: readonly Finding[],
  about: About,
  known?: Around,
): Promise<void> {
  const needed = findings.filter(({ level }) => level === 'yes')
  if (needed.length === 0) return
  const around = known ?? (await peopleAround(context, about))
  const asked = new Set<string>()
  for (const finding of needed) {
    const people = await firstWho(context, finding, around)
    const task = {
      kind: yesTask(finding.key),
      says: `${named(about.kind ?? 'planned')} needs a yes: ${finding.evidence}`,
      about: { kind: 'stay', id: stay },
      due: about.span.from,
    }
    if (people.length === 0) await giveTask(context, { ...task, forRole: 'duty_worker' })
    for (const person of people) {
      await giveTask(context, { ...task, forPerson: person })
      asked.add(person)
    }
  }
  await tell(context, [...asked], {
    subject: `${named(about.kind ?? 'planned')} needs your yes`,
    body: 'Something was asked for that can only go ahead if you agree. Sign in to see why and to answer.',
    about: { kind: 'stay', id: stay },
  })
}

async function firstWho(context: Context, finding: Finding, around: Around): Promise<string[]> {
  for (const role of finding.overriddenBy) {
    const people = await whoCouldSayYes(context, role, around, spokenFor(finding, around.children))
    if (people.length > 0) return people
  }
  return []
}

/** The children whose social worker a finding is for: those it is about, else all who were asked for. */
const spokenFor = ({ speaksFor, children }: Finding, asked: readonly string[]): readonly string[] =>
  speaksFor ? [speaksFor] : children.length ? children : asked

/**
 * The role in which this person could say yes to this finding of a stay; null when they could not. A child's social
 * worker speaks for their own child, a supervising social worker and a liaison worker for the host they look after.
 */
export function roleToSayYes(
  actor: Actor,
  finding: Finding,
  stay: { host: string; children: readonly string[] },
): Role | null {
  const children = spokenFor(finding, stay.children)
  const could = finding.overriddenBy.find((role) => {
    if (role === 'child_social_worker')
      return children.every((child) => actor.allocatedChildren.includes(child))
    if (role === 'supervising_social_worker') return actor.supervisedHomes.includes(stay.host)
    if (role === 'liaison_worker') return actor.liaisonHomes.includes(stay.host)
    return is(actor, role)
  })
  return could ?? null
}
