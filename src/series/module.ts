import type { Module } from '../platform/module.ts'

export const series: Module = {
  name: 'series',
  actions: [],
  listings: [],
  routes: [],
}
