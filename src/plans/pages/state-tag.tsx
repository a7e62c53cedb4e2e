import { Tag, type TagColour } from '../../platform/web/components/tag.tsx'
import type { PlanState } from '../rules/standing.ts'

const states: Record<PlanState, { word: string; colour: TagColour }> = {
  waiting: { word: 'Waiting', colour: 'grey' },
  running: { word: 'Running', colour: 'blue' },
  draft: { word: 'Draft', colour: 'yellow' },
  done: { word: 'Ready', colour: 'green' },
  impossible: { word: 'Impossible', colour: 'red' },
  frozen: { word: 'Frozen', colour: 'purple' },
}

export function StateTag({ state }: { state: PlanState }) {
  return <Tag colour={states[state].colour}>{states[state].word}</Tag>
}
