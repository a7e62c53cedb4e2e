import type { Module } from '../platform/module.ts'
import { finishTask } from './finish-task.ts'
import { messages, next, tasks } from './lists.ts'
import { homePages } from './pages.tsx'

export const home: Module = {
  name: 'your own things',
  actions: [finishTask],
  listings: [next, tasks, messages],
  routes: homePages,
}
