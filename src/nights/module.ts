import type { Module } from '../platform/module.ts'
import { fairUse, homeRest, hubWeeks, tonight } from './lists.ts'
import { nightsPages } from './pages.tsx'
import { setHubRest } from './set-hub-rest.ts'
import { stateStayNeed } from './state-stay-need.ts'

export const nights: Module = {
  name: 'nights',
  actions: [setHubRest, stateStayNeed],
  listings: [tonight, hubWeeks, fairUse, homeRest],
  routes: nightsPages,
}
