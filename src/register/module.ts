import type { Module } from '../platform/module.ts'
import { importPositions, placeHomes } from './import-positions.ts'
import { importRegister } from './import-register.ts'
import { registerPreview } from './lists.ts'
import { stageRegister } from './stage-register.ts'

export const register: Module = {
  name: 'register',
  actions: [stageRegister, importRegister, importPositions, placeHomes],
  listings: [registerPreview],
  routes: [],
}
