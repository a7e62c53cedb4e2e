import type { Route } from '../platform/web/visit.ts'
import { tonightPage } from './pages/tonight.tsx'
import { weeksPage } from './pages/weeks.tsx'

/** Tonight, twelve weeks of a home, fair use and rest. */
export const nightsPages: Route[] = [tonightPage, weeksPage]
