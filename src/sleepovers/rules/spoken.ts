import type { Role } from '../../platform/actor.ts'
import type { RulePack } from '../../platform/rule-pack.ts'
import type { Finding } from '../facts.ts'
import { mayBeAccepted } from '../rules.ts'

/** Who may allow something by voice in an emergency. */
export const VOICES = [
  'child_social_worker',
  'duty_worker',
  'duty_manager',
] as const satisfies readonly Role[]
export type Voice = (typeof VOICES)[number]

/** The findings that somebody in this role may allow by voice (level E), to be confirmed the next working day. */
export const allowedBy = (role: Voice, findings: readonly Finding[], pack: RulePack): Finding[] =>
  findings.filter((finding) => mayBeAccepted(finding, pack) && finding.overriddenBy.includes(role))
