import { is, may } from '../access/policy.ts'
import type { Actor } from '../platform/actor.ts'
import type { NavLink } from '../platform/web/header.tsx'

const tonight = { name: 'Tonight', href: '/tonight' }

/** Where this person can go from any page, most used first. */
export function navigation(actor: Actor): NavLink[] {
  if (actor.kind === 'carer') {
    return [
      { name: 'Home', href: '/' },
      ...(actor.memberships.some(({ part }) => part === 'hub') ? [tonight] : []),
      { name: 'Sleepovers', href: '/sleepovers' },
      { name: 'Children', href: '/children' },
      { name: 'Constellation', href: '/constellations' },
      { name: 'My home', href: '/households' },
    ]
  }
  if (is(actor, 'coach')) return [{ name: 'Home', href: '/' }]
  if (is(actor, 'recruitment_officer')) {
    return [
      { name: 'Home', href: '/' },
      { name: 'Constellations', href: '/constellations' },
      { name: 'Homes', href: '/households' },
    ]
  }
  return [
    { name: 'Home', href: '/' },
    ...(may.readSleepovers(actor) ? [tonight] : []),
    { name: 'Sleepovers', href: '/sleepovers' },
    { name: 'Constellations', href: '/constellations' },
    ...(may.readPlans(actor) ? [{ name: 'Plans', href: '/plans' }] : []),
    { name: 'Homes', href: '/households' },
    { name: 'Children', href: '/children' },
    { name: 'People', href: '/people' },
    ...(is(actor, 'programme_lead', 'fostering_manager')
      ? [{ name: 'Register', href: '/register/import' }]
      : []),
    ...(is(actor, 'fostering_manager', 'team_manager') ? [{ name: 'Records', href: '/records' }] : []),
  ]
}
