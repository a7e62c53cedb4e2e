import type { Module } from '../platform/module.ts'
import { bringBorders } from './bring-borders.ts'
import { planChoices } from './choices.ts'
import { chooseHub } from './choose-hub.ts'
import { finishPlan } from './finish-plan.ts'
import { freezePlan } from './freeze-plan.ts'
import { giveUpPlan } from './give-up-plan.ts'
import { planComparison, planFreezing, plans as plansList } from './lists.ts'
import { plansToRunList, planToRun } from './lists-run.ts'
import { makePlan } from './make-plan.ts'
import { moveHome } from './move-home.ts'
import { againPage } from './pages/again.tsx'
import { bordersPage } from './pages/borders.tsx'
import { comparePage } from './pages/compare.tsx'
import { freezePage } from './pages/freeze.tsx'
import { homePage } from './pages/home.tsx'
import { hubPage } from './pages/hub.tsx'
import { removePage, renamePage, stopPage } from './pages/keep.tsx'
import { listPage } from './pages/list.tsx'
import { newPage } from './pages/new.tsx'
import { planPage } from './pages/plan.tsx'
import { planAgain } from './plan-again.ts'
import { planHome } from './plan-home.ts'
import { removePlan } from './remove-plan.ts'
import { renamePlan } from './rename-plan.ts'
import { runPlan } from './run-plan.ts'
import { stopPlan } from './stop-plan.ts'
import { tellProgress } from './tell-progress.ts'
import { thePlan } from './the-plan.ts'

export const plans: Module = {
  name: 'plans',
  actions: [
    makePlan,
    planAgain,
    stopPlan,
    moveHome,
    chooseHub,
    renamePlan,
    removePlan,
    freezePlan,
    bringBorders,
    runPlan,
    tellProgress,
    finishPlan,
    giveUpPlan,
  ],
  listings: [
    plansList,
    planChoices,
    thePlan,
    planHome,
    planComparison,
    planFreezing,
    plansToRunList,
    planToRun,
  ],
  // The fixed addresses before the ones with an id in them.
  routes: [
    listPage,
    newPage,
    bordersPage,
    planPage,
    homePage,
    hubPage,
    comparePage,
    againPage,
    freezePage,
    stopPage,
    renamePage,
    removePage,
  ],
}
