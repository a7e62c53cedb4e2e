import type { Route } from '../platform/web/visit.ts'
import { approvalForm, checkForm } from './pages/approval-forms.tsx'
import { availabilityPage } from './pages/availability.tsx'
import { addBedForm, endBedForm } from './pages/bed-forms.tsx'
import { closeForm } from './pages/close-form.tsx'
import { addForm, changeForm } from './pages/details-forms.tsx'
import { historyPage } from './pages/history.tsx'
import { homePage } from './pages/home.tsx'
import { linkForm, unlinkForm } from './pages/link-forms.tsx'
import { listPage } from './pages/list.tsx'
import { patternForm, reopenForm } from './pages/nights-forms.tsx'
import { addCarerForm, endCarerForm, returnCarerForm, supervisorForm } from './pages/people-forms.tsx'

/** The pages of homes. `/households/add` stands before `/households/:household`, which would take it for an id. */
export const routes: Route[] = [
  listPage,
  addForm,
  homePage,
  historyPage,
  availabilityPage,
  changeForm,
  approvalForm,
  checkForm,
  addBedForm,
  endBedForm,
  closeForm,
  reopenForm,
  patternForm,
  addCarerForm,
  endCarerForm,
  returnCarerForm,
  supervisorForm,
  linkForm,
  unlinkForm,
]
