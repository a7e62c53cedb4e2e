import type { Route } from '../platform/web/visit.ts'
import { fairUsePage } from './pages/fair-use.tsx'
import { needForm, restForm } from './pages/rest-forms.tsx'
import { everyChildPage, tonightPage } from './pages/tonight.tsx'
import { weeksPage } from './pages/weeks.tsx'

/** Tonight, twelve weeks of a home, fair use and rest. */
export const nightsPages: Route[] = [tonightPage, everyChildPage, weeksPage, fairUsePage, restForm, needForm]
