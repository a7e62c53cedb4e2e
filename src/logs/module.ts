import type { Module } from '../platform/module.ts'

export const logs: Module = {
  name: 'logs',
  actions: [],
  listings: [],
  routes: [],
}
