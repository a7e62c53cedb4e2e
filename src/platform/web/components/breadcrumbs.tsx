import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type BreadcrumbsProps = {
  items: { text: Child; href?: string | undefined }[]
  /** Keep only the first and last on a phone. */
  collapse?: boolean | undefined
  label?: string | undefined
  classes?: string | undefined
}

/** Where a page sits in the service; an item without `href` is the page itself. */
export function Breadcrumbs({ items, collapse, label = 'Breadcrumb', classes }: BreadcrumbsProps) {
  const names = classList('govuk-breadcrumbs', classes, collapse && 'govuk-breadcrumbs--collapse-on-mobile')
  return (
    <nav class={names} aria-label={label}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
