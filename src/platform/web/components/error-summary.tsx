import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type ErrorLink = { text: Child; href?: string | undefined }

export type ErrorSummaryProps = {
  errors: ErrorLink[]
  title?: Child
  description?: Child
  /** Take the keyboard here when the page opens, as the design system's script would. */
  focus?: boolean | undefined
  classes?: string | undefined
}

/** Every problem on the page in one list at the top, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { errors, title = 'There is a problem', description, focus, classes } = props
  return (
    <div
      class={classList('govuk-error-summary', classes)}
      data-module="govuk-error-summary"
      {...(focus ? { tabindex: -1, autofocus: true } : {})}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
