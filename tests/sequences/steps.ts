import type { Step } from './step.ts'
import { emergencySteps } from './steps-emergency.ts'
import { facts } from './steps-facts.ts'
import { lifeSteps } from './steps-life.ts'
import { recordSteps } from './steps-records.ts'
import { seriesSteps } from './steps-series.ts'
import { stays } from './steps-stays.ts'

/** Everything people do to stays, each as likely as it stands here often, and facts that change under them. */
export const STEPS: readonly Step[] = [
  ...stays,
  ...stays,
  ...emergencySteps,
  ...lifeSteps,
  ...lifeSteps,
  ...seriesSteps,
  ...recordSteps,
  ...facts,
]
