import type { Route } from '../../platform/web/visit.ts'
import { cardPage } from './card.tsx'
import { cardForm } from './card-form.tsx'
import { childPage } from './child.tsx'
import { addChildForm, changeChildForm } from './child-forms.tsx'
import { consentForm } from './consent-form.tsx'
import { exemptionForm } from './exemption-form.tsx'
import { historyPage } from './history.tsx'
import { listPage } from './list.tsx'
import { photoForm, pictureFile } from './photo.tsx'
import { endPlacementForm, legalStatusForm, placeForm, workerForm } from './status-forms.tsx'
import { apartForm, liftForm, sharingForm, siblingForm, unlinkSiblingForm } from './tie-forms.tsx'

/** The module's addresses. `/children/add` stands before `/children/:child`, which would take it for an id. */
export const routes: Route[] = [
  listPage,
  addChildForm,
  childPage,
  changeChildForm,
  legalStatusForm,
  placeForm,
  endPlacementForm,
  workerForm,
  siblingForm,
  unlinkSiblingForm,
  apartForm,
  liftForm,
  sharingForm,
  consentForm,
  cardPage,
  cardForm,
  photoForm,
  pictureFile,
  historyPage,
  exemptionForm,
]
