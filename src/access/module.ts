import { me } from '../platform/me.ts'
import type { Module } from '../platform/module.ts'
import { addPerson } from './add-person.ts'
import { changePerson } from './change-person.ts'
import { createToken } from './create-token.ts'
import { endRole } from './end-role.ts'
import { endTokens } from './end-tokens.ts'
import { giveRole } from './give-role.ts'
import { people } from './lists.ts'
import { peoplePages } from './people-pages.tsx'

export const access: Module = {
  name: 'people',
  actions: [addPerson, changePerson, giveRole, endRole, createToken, endTokens],
  listings: [me, people],
  routes: peoplePages,
}
