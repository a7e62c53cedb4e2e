import type { Actor } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/refusals.ts'

/** Shows a form only to those who may send it; the action asks again when it is sent. */
export function only(allowed: boolean): void {
  if (!allowed) throw new Forbidden()
}

/** The entry of the navigation these pages belong to: a carer has one constellation, staff have many. */
export const sectionOf = ({ kind }: Actor): string => (kind === 'carer' ? 'Constellation' : 'Constellations')
