import type { Module } from '../platform/module.ts'
import { tonight } from './lists.ts'
import { nightsPages } from './pages.tsx'

export const nights: Module = {
  name: 'nights',
  actions: [],
  listings: [tonight],
  routes: nightsPages,
}
