import type { Actor } from '../actor.ts'
import type { NavLink } from './header.tsx'
import { Page } from './layout.tsx'
import type { FormState, View } from './visit.ts'

export type FrameOptions = {
  /** The stylesheet's hash. */
  version: string
  demo: boolean
  /** Where this person can go. */
  navigation: (actor: Actor) => NavLink[]
}

/** The whole page around what a route shows, for the person who is signed in. */
export function framed(
  view: View,
  actor: Actor,
  errors: FormState['errors'],
  nonce: string,
  options: FrameOptions,
) {
  const { service } = actor
  return (
    <Page
      title={view.title}
      heading={view.heading === false ? undefined : view.title}
      back={view.back?.href}
      service={{ name: service.name, colour: service.headerColour }}
      nav={options.navigation(actor).map((link) => ({ ...link, current: link.name === view.section }))}
      person={{ name: actor.name }}
      errors={errors.map(({ field, message }) => ({ text: message, href: field ? `#${field}` : undefined }))}
      demo={options.demo}
      duty={{ number: service.dutyPhone }}
      version={options.version}
      nonce={nonce}
    >
      {view.body}
    </Page>
  )
}
