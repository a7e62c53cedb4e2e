import type { Module } from '../platform/module.ts'
import { acceptSeries } from './accept-series.ts'
import { askForSeries } from './ask-for-series.ts'
import { cancelSeries } from './cancel-series.ts'
import { seriesCheck, series as seriesShown } from './lists.ts'
import { pages } from './pages.tsx'

export const series: Module = {
  name: 'series',
  actions: [askForSeries, acceptSeries, cancelSeries],
  listings: [seriesCheck, seriesShown],
  routes: pages,
}
