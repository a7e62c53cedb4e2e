import type { Module } from '../platform/module.ts'
import { addBed } from './add-bed.ts'
import { addCarer } from './add-carer.ts'
import { addHousehold } from './add-household.ts'
import { assignSupervisor } from './assign-supervisor.ts'
import { changeHousehold } from './change-household.ts'
import { closeNights } from './close-nights.ts'
import { endBed } from './end-bed.ts'
import { endCarer } from './end-carer.ts'
import { householdRecord } from './household-record.ts'
import { linkHouseholds } from './link-households.ts'
import {
  householdAvailability,
  householdHistory,
  households as list,
  staysAffectedList,
  supervisors,
} from './lists.ts'
import { routes } from './pages.tsx'
import { recordApproval } from './record-approval.ts'
import { recordCheck } from './record-check.ts'
import { reopenNights } from './reopen-nights.ts'
import { returnCarer } from './return-carer.ts'
import { setWeeklyPattern } from './set-weekly-pattern.ts'
import { unlinkHouseholds } from './unlink-households.ts'

export const households: Module = {
  name: 'households',
  actions: [
    addHousehold,
    changeHousehold,
    recordApproval,
    recordCheck,
    addBed,
    endBed,
    closeNights,
    reopenNights,
    setWeeklyPattern,
    addCarer,
    endCarer,
    returnCarer,
    assignSupervisor,
    linkHouseholds,
    unlinkHouseholds,
  ],
  listings: [list, householdRecord, householdHistory, householdAvailability, staysAffectedList, supervisors],
  routes,
}
