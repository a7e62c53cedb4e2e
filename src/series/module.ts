import type { Module } from '../platform/module.ts'
import { acceptSeries } from './accept-series.ts'
import { answerSwap } from './answer-swap.ts'
import { askForSeries } from './ask-for-series.ts'
import { cancelSeries } from './cancel-series.ts'
import { seriesCheck, series as seriesShown, swap, swaps } from './lists.ts'
import { offerSwap } from './offer-swap.ts'
import { pages } from './pages.tsx'
import { withdrawSwap } from './withdraw-swap.ts'

export const series: Module = {
  name: 'series',
  actions: [askForSeries, acceptSeries, cancelSeries, offerSwap, answerSwap, withdrawSwap],
  listings: [seriesCheck, seriesShown, swaps, swap],
  routes: pages,
}
