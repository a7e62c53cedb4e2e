import type { Route } from '../platform/web/visit.ts'
import { incidentPage } from './pages/incident.tsx'
import { logPage } from './pages/log.tsx'
import { medicinePage } from './pages/medicine.tsx'
import { nightPage } from './pages/night.tsx'
import { wordPage } from './pages/word.tsx'

export const logPages: Route[] = [logPage, nightPage, medicinePage, incidentPage, wordPage]
