import type { RulePack } from '../../platform/rule-pack.ts'
import { count } from '../../values/words.ts'
import type { ShownConstellation } from './shown.ts'

/**
 * What to know before a plan is frozen: constellations of more or fewer satellites than the model has at its launch (invariant
 * 2), as a plan may be made with other limits. They can be formed; the launch asks for a yes.
 */
export function launchNotes(
  constellations: readonly ShownConstellation[],
  { satellites: { least, most } }: Pick<RulePack, 'satellites'>,
): string[] {
  return constellations
    .filter(({ satellites }) => satellites.length < least || satellites.length > most)
    .map(
      ({ hub, satellites }) =>
        `${hub.name} would have ${count(satellites.length, 'satellite')}, and the model has ${least} to ${most}: to launch so needs a programme lead’s yes, with a reason.`,
    )
}
