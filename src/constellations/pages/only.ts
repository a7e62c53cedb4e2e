import { Forbidden } from '../../platform/refusals.ts'

/** Shows a form only to those who may send it; the action asks again when it is sent. */
export function only(allowed: boolean): void {
  if (!allowed) throw new Forbidden()
}
