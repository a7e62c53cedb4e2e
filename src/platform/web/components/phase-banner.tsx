import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import { Tag } from './tag.tsx'

export type PhaseBannerProps = {
  tag: Child
  tagClasses?: string | undefined
  classes?: string | undefined
  children?: Child
}

/** Says at the top of every page that this is not the finished, or not the real, service. */
export function PhaseBanner({ tag, tagClasses, classes, children }: PhaseBannerProps) {
  return (
    <div class={classList('govuk-phase-banner govuk-width-container', classes)}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classList('govuk-phase-banner__content__tag', tagClasses)}>{tag}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
