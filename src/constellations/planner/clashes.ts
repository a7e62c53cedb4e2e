import type { Problem } from './problem.ts'
export function clashesOf(_problem: Problem): string[] {
  return []
}
