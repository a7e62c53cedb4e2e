import type { Module } from '../platform/module.ts'
import { liftLegalHold } from './lift-legal-hold.ts'
import { legalHolds, recordsToHold, retentionClasses } from './lists.ts'
import { recordPages } from './pages.tsx'
import { placeLegalHold } from './place-legal-hold.ts'

export const retention: Module = {
  name: 'retention',
  actions: [placeLegalHold, liftLegalHold],
  listings: [legalHolds, recordsToHold, retentionClasses],
  routes: recordPages,
}
