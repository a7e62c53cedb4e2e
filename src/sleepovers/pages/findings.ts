import { roleName } from '../../access/roles.ts'
import type { FindingFact } from '../../platform/web/components/finding.tsx'
import { list } from '../../values/words.ts'
import type { Finding } from '../facts.ts'

/** A finding as the page shows it: what, then where it comes from, then who could change it. */
export function shown(finding: Finding, more: Partial<FindingFact> = {}): FindingFact {
  const who =
    finding.overriddenBy.length > 0
      ? `Who can say yes: ${either(finding.overriddenBy.map(roleName))}.`
      : undefined
  return {
    kind: finding.level,
    says: finding.says,
    why: `${finding.evidence}. ${finding.source}.`,
    who,
    ...more,
  }
}

const either = (names: string[]) => list(names).replace(' and ', ' or ')
