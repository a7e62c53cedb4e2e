import { Tag, type TagColour } from '../../platform/web/components/tag.tsx'
import type { Stage } from '../store.ts'

const stages: Record<Stage, { word: string; colour: TagColour }> = {
  forming: { word: 'Forming', colour: 'yellow' },
  active: { word: 'Active', colour: 'green' },
  closed: { word: 'Closed', colour: 'grey' },
}

export function StageTag({ stage }: { stage: Stage }) {
  return <Tag colour={stages[stage].colour}>{stages[stage].word}</Tag>
}
