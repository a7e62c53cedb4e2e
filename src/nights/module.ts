import type { Module } from '../platform/module.ts'

export const nights: Module = {
  name: 'nights',
  actions: [],
  listings: [],
  routes: [],
}
