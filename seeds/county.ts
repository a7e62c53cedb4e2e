import { elsewhere } from './elsewhere.ts'
import { kingfisher } from './kingfisher.ts'
import { staff as everybody } from './service.ts'
import type { SeedChild, SeedHome, SeedStaff } from './shape.ts'
import { skylark } from './skylark.ts'

const all = { ...kingfisher, ...skylark, ...elsewhere }

type Homes = typeof all
type KeysIn<Home, Part extends string> = Home extends { readonly [P in Part]: infer Inside }
  ? keyof Inside
  : never

export type HomeKey = keyof Homes
export type ChildKey = { [H in HomeKey]: KeysIn<Homes[H], 'children'> }[HomeKey]
export type CarerKey = { [H in HomeKey]: KeysIn<Homes[H], 'carers'> }[HomeKey]
export type StaffKey = keyof typeof everybody
export type PersonKey = StaffKey | CarerKey

export const staff: Readonly<Record<StaffKey, SeedStaff>> = everybody
export const homes: Readonly<Record<HomeKey, SeedHome>> = all

/** The entries of a record by its own keys, in the order they are written. */
export const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] =>
  Object.entries(record) as [K, V][]

/** The children of a home, by key. */
export const childrenOf = (home: SeedHome): [ChildKey, SeedChild][] =>
  Object.entries(home.children ?? {}) as [ChildKey, SeedChild][]

/** The carers of a home, by key: the name of each. */
export const carersOf = (home: SeedHome): [CarerKey, string][] =>
  Object.entries(home.carers) as [CarerKey, string][]
