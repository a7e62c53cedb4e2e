import type { Module } from '../platform/module.ts'
import { acceptSleepover } from './accept-sleepover.ts'
import { addToHandover } from './add-to-handover.ts'
import { askForDayCare } from './ask-for-day-care.ts'
import { askForSleepover } from './ask-for-sleepover.ts'
import { cancelSleepover } from './cancel-sleepover.ts'
import { declineSleepover } from './decline-sleepover.ts'
import { giveYes } from './give-yes.ts'
import {
  childrenToAskFor,
  dayCareCheck,
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
  ],
  routes: sleepoverPages,
}
