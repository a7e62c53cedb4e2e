import type { Route } from '../../platform/web/visit.ts'
import { apartForm, liftForm } from './apart-forms.tsx'
import { cardPage } from './card.tsx'
import { cardForm } from './card-form.tsx'
import { childPage } from './child.tsx'
import { addChildForm, changeChildForm } from './child-forms.tsx'
import { consentForm } from './consent-form.tsx'
import { exemptionForm } from './exemption-form.tsx'
import { historyPage } from './history.tsx'
import { listPage } from './list.tsx'
import { photoForm, pictureFile } from './photo.tsx'
import { endPlacementForm, placeForm } from './placement-forms.tsx'
import { sharingForm } from './sharing-form.tsx'
import { siblingForm, unlinkSiblingForm } from './sibling-forms.tsx'
import { legalStatusForm, workerForm } from './status-forms.tsx'

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
