import type { Module } from '../platform/module.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { addToHandover } from './add-to-handover.ts'
import { answerByPhone } from './answer-by-phone.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { askInEmergency } from './ask-in-emergency.ts'
import { callDuty } from './call-duty.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { declineSleepover } from './decline-sleepover.ts'
import { emergencyHomes } from './emergency-homes.ts'
import { giveYes } from './give-yes.ts'
import {
  childrenToAskFor,
  nightsFree,
  siblingsAtHome,
  sleepover,
  sleepoverCheck,
  sleepovers as sleepoverList,
  unmetNeeds,
  whereToStay,
} from './lists.ts'
import { packItems } from './pack-items.ts'
import { sleepoverPages } from './pages.tsx'
import { readCard } from './read-card.ts'
import { receiveItems } from './receive-items.ts'
import { recordArrival } from './record-arrival.ts'
import { recordReturn } from './record-return.ts'
import { heldStay, whomToRing } from './whom-to-ring.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export const sleepovers: Module = {
  name: 'sleepovers',
  actions: [
    askForSleepover,
    giveYes,
    acceptSleepover,
    declineSleepover,
    cancelSleepover,
    readCard,
    packItems,
    receiveItems,
    addToHandover,
    recordArrival,
    recordReturn,
    withdrawConsent,
    askInEmergency,
    answerByPhone,
    callDuty,
    confirmEmergency,
  ],
  listings: [
    sleepoverList,
    sleepover,
    sleepoverCheck,
    nightsFree,
    whereToStay,
    childrenToAskFor,
    siblingsAtHome,
    unmetNeeds,
    emergencyHomes,
    heldStay,
    whomToRing,
  ],
  routes: sleepoverPages,
}
