import type { Module } from '../platform/module.ts'

export const retention: Module = {
  name: 'retention',
  actions: [],
  listings: [],
  routes: [],
}
