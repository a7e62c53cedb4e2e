import { page, type Route } from '../platform/web/visit.ts'
import { askView } from './pages/ask.tsx'
import { checkPage } from './pages/check.tsx'
import { seriesPages } from './pages/series.tsx'
import { swapPages } from './pages/swaps.tsx'

/** Asking for a series, a series, and swaps of nights. */
export const pages: Route[] = [
  page('/series/ask', (visit) => askView(visit)),
  checkPage,
  ...seriesPages,
  ...swapPages,
]
