import type { AnyAction } from './action.ts'
import type { AnyListing } from './listing.ts'
import type { Route } from './web/visit.ts'

/** What a module offers: what people can do, what can be looked up, and its pages. */
export type Module = {
  /** The noun, in the plural: `households`. */
  name: string
  actions: AnyAction[]
  listings: AnyListing[]
  routes: Route[]
}
