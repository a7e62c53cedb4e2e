import type { Module } from '../platform/module.ts'
import { importPositions } from './import-positions.ts'
import { importRegister } from './import-register.ts'
import { registerPreview, registersSent } from './lists.ts'
import { confirmForm } from './pages/confirm.tsx'
import { positionsForm } from './pages/positions.tsx'
import { sendForm } from './pages/send.tsx'
import { placeHomes } from './place-homes.ts'
import { stageRegister } from './stage-register.ts'

export const register: Module = {
  name: 'register',
  actions: [stageRegister, importRegister, importPositions, placeHomes],
  listings: [registerPreview, registersSent],
  routes: [sendForm, confirmForm, positionsForm],
}
