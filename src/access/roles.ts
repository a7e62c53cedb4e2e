import type { Role } from '../platform/actor.ts'

/** The roles a person can be given. The operator is nobody's role: it is whoever sits at the machine. */
export const ROLES = [
  'programme_lead',
  'fostering_manager',
  'team_manager',
  'liaison_worker',
  'supervising_social_worker',
  'child_social_worker',
  'duty_worker',
  'duty_manager',
  'recruitment_officer',
  'inspector',
  'coach',
] as const satisfies readonly Role[]

const NAMES: Record<Role, string> = {
  programme_lead: 'programme lead',
  fostering_manager: 'fostering manager',
  team_manager: 'team manager',
  liaison_worker: 'liaison worker',
  supervising_social_worker: 'supervising social worker',
  child_social_worker: 'child’s social worker',
  duty_worker: 'duty worker',
  duty_manager: 'out-of-hours manager',
  recruitment_officer: 'recruitment officer',
  young_person: 'young person',
  inspector: 'inspector',
  coach: 'programme coach',
  operator: 'operator',
}

/** The role in the field's words: `out-of-hours manager`. */
export const roleName = (role: Role): string => NAMES[role]
