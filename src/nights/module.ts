import type { Module } from '../platform/module.ts'
import { hubWeeks, tonight } from './lists.ts'
import { nightsPages } from './pages.tsx'

export const nights: Module = {
  name: 'nights',
  actions: [],
  listings: [tonight, hubWeeks],
  routes: nightsPages,
}
