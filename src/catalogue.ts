import { access } from './access/module.ts'
import { children } from './children/module.ts'
import { constellations } from './constellations/module.ts'
import { home } from './home/module.ts'
import { households } from './households/module.ts'
import { logs } from './logs/module.ts'
import { nights } from './nights/module.ts'
import { plans } from './plans/module.ts'
import type { Module } from './platform/module.ts'
import { register } from './register/module.ts'
import { retention } from './retention/module.ts'
import { series } from './series/module.ts'
import { sleepovers } from './sleepovers/module.ts'

/** Every module, in the order of the field: what the site, the API and the command line are made from. */
export const catalogue: readonly Module[] = [
  access,
  households,
  children,
  constellations,
  sleepovers,
  series,
  logs,
  nights,
  retention,
  home,
  register,
  plans,
]
