import type { Module } from '../platform/module.ts'
import { addChild } from './add-child.ts'
import { addPhoto } from './add-photo.ts'
import { agreeRoomSharing } from './agree-room-sharing.ts'
import { assignChildWorker } from './assign-child-worker.ts'
import { careCard } from './care-card.ts'
import { changeCareCard } from './change-care-card.ts'
import { changeChild } from './change-child.ts'
import { childHistory } from './child-history.ts'
import { childRecord } from './child-record.ts'
import { endPlacement } from './end-placement.ts'
import { giveConsent } from './give-consent.ts'
import { liftApart } from './lift-apart.ts'
import { linkSiblings } from './link-siblings.ts'
import { childPhoto, homesForPlacing, children as list, socialWorkers } from './lists.ts'
import { orderApart } from './order-apart.ts'
import { routes } from './pages/routes.ts'
import { placeChild } from './place-child.ts'
import { recordExemption } from './record-exemption.ts'
import { recordLegalStatus } from './record-legal-status.ts'
import { unlinkSiblings } from './unlink-siblings.ts'

export const children: Module = {
  name: 'children',
  actions: [
    addChild,
    changeChild,
    recordLegalStatus,
    placeChild,
    endPlacement,
    linkSiblings,
    unlinkSiblings,
    orderApart,
    liftApart,
    changeCareCard,
    addPhoto,
    giveConsent,
    agreeRoomSharing,
    assignChildWorker,
    recordExemption,
  ],
  listings: [list, childRecord, careCard, childHistory, childPhoto, homesForPlacing, socialWorkers],
  routes,
}
