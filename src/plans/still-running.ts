import { Refusal } from '../platform/refusals.ts'
import type { PlanRow } from './store.ts'

/** Refuses what only a running plan can take: it was stopped, or its server was given up. */
export function stillRunning({ state }: Pick<PlanRow, 'state'>): void {
  if (state !== 'running') throw new Refusal('This plan is not running any more.')
}
