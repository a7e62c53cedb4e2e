import type { Module } from '../platform/module.ts'
import { answerInvitation } from './answer-invitation.ts'
import { assignLiaison } from './assign-liaison.ts'
import { closeConstellation } from './close-constellation.ts'
import { createConstellation } from './create-constellation.ts'
import { inviteHousehold } from './invite-household.ts'
import { launchConstellation } from './launch-constellation.ts'
import { leaveConstellation } from './leave-constellation.ts'
import {
  constellations as constellationsList,
  homesToInviteList,
  invitation,
  invitationCheck,
  invitations,
  launchCheckList,
  liaisonWorkersList,
} from './lists.ts'
import { answerPage } from './pages/answer.tsx'
import { closePage } from './pages/close.tsx'
import { constellationPage } from './pages/constellation.tsx'
import { createPage } from './pages/create.tsx'
import { invitePage } from './pages/invite.tsx'
import { inviteChoosePage } from './pages/invite-choose.tsx'
import { launchPage } from './pages/launch.tsx'
import { leavePage } from './pages/leave.tsx'
import { liaisonPage } from './pages/liaison.tsx'
import { listPage } from './pages/list.tsx'
import { withdrawPage } from './pages/withdraw.tsx'
import { theConstellation } from './the-constellation.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

export const constellations: Module = {
  name: 'constellations',
  actions: [
    createConstellation,
    assignLiaison,
    inviteHousehold,
    answerInvitation,
    withdrawInvitation,
    launchConstellation,
    leaveConstellation,
    closeConstellation,
  ],
  listings: [
    constellationsList,
    theConstellation,
    invitations,
    invitation,
    homesToInviteList,
    invitationCheck,
    launchCheckList,
    liaisonWorkersList,
  ],
  // The fixed address before the one with an id in it.
  routes: [
    listPage,
    createPage,
    constellationPage,
    liaisonPage,
    inviteChoosePage,
    invitePage,
    launchPage,
    leavePage,
    closePage,
    answerPage,
    withdrawPage,
  ],
}
