import type { Module } from '../platform/module.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { addToHandover } from './add-to-handover.ts'
import { alertLate } from './alert-late.ts'
import { alertTooLong } from './alert-too-long.ts'
import { answerByPhone } from './answer-by-phone.ts'
import { askForDayCare } from './ask-for-day-care.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { askInEmergency } from './ask-in-emergency.ts'
import { callDuty } from './call-duty.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { confirmEmergency } from './confirm-emergency.ts'
import { convertSleepover } from './convert-sleepover.ts'
import { declineSleepover } from './decline-sleepover.ts'
import { emergencyHomes } from './emergency-homes.ts'
import { extendSleepover } from './extend-sleepover.ts'
import { giveYes } from './give-yes.ts'
import {
  childrenToAskFor,
  dayCareCheck,
  homesToMoveTo,
  nightsFree,
  siblingsAtHome,
  sleepover,
  sleepoverCheck,
  sleepovers as sleepoverList,
  staysByTheClock,
  unmetNeeds,
  whereToStay,
} from './lists.ts'
import { moveSleepover } from './move-sleepover.ts'
import { packItems } from './pack-items.ts'
import { sleepoverPages } from './pages.tsx'
import { readCard } from './read-card.ts'
import { receiveItems } from './receive-items.ts'
import { recordArrival } from './record-arrival.ts'
import { recordNoShow } from './record-no-show.ts'
import { recordReturn } from './record-return.ts'
import { shortenSleepover } from './shorten-sleepover.ts'
import { turnOver } from './turn-over.ts'
import { heldStay, whomToRing } from './whom-to-ring.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export const sleepovers: Module = {
  name: 'sleepovers',
  actions: [
    askForSleepover,
    askForDayCare,
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
    extendSleepover,
    shortenSleepover,
    moveSleepover,
    recordNoShow,
    convertSleepover,
    alertLate,
    alertTooLong,
    turnOver,
    askInEmergency,
    answerByPhone,
    callDuty,
    confirmEmergency,
  ],
  listings: [
    sleepoverList,
    sleepover,
    sleepoverCheck,
    dayCareCheck,
    nightsFree,
    whereToStay,
    childrenToAskFor,
    siblingsAtHome,
    unmetNeeds,
    homesToMoveTo,
    staysByTheClock,
    emergencyHomes,
    heldStay,
    whomToRing,
  ],
  routes: sleepoverPages,
}
