import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type NotificationBannerProps = {
  /** `success` is announced as soon as the page opens. */
  kind?: 'success' | undefined
  title?: Child
  titleId?: string | undefined
  headingLevel?: 2 | 3 | 4 | undefined
  role?: string | undefined
  /** One line, shown large; use children for anything longer. */
  text?: Child
  classes?: string | undefined
  children?: Child
}

/** Something that has happened, or that people must know, but not about this page's task. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { kind, titleId = 'govuk-notification-banner-title', headingLevel = 2, text, children } = props
  const Heading = `h${headingLevel}` as const
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has a role, alert or region
    <div
      class={classList(
        'govuk-notification-banner',
        kind && `govuk-notification-banner--${kind}`,
        props.classes,
      )}
      role={props.role ?? (kind ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (kind ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {children ?? <p class="govuk-notification-banner__heading">{text}</p>}
      </div>
    </div>
  )
}
