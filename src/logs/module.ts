import type { Module } from '../platform/module.ts'
import { stayLog } from './lists.ts'
import { noteIncident } from './note-incident.ts'
import { logPages } from './pages.tsx'
import { recordMedicine } from './record-medicine.ts'
import { writeNightLog } from './write-night-log.ts'
import { writeWord } from './write-word.ts'

export const logs: Module = {
  name: 'logs',
  actions: [writeNightLog, recordMedicine, noteIncident, writeWord],
  listings: [stayLog],
  routes: logPages,
}
