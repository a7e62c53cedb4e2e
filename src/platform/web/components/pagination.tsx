import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type PageStep = { href: string; text?: Child; label?: string | undefined }
export type PageItem =
  | { number: number | string; href: string; current?: boolean | undefined; label?: string | undefined }
  | { ellipsis: true }

export type PaginationProps = {
  previous?: PageStep | undefined
  next?: PageStep | undefined
  items?: PageItem[] | undefined
  label?: string | undefined
  classes?: string | undefined
}

/** Ways through a long list; without `items`, the page before and the page after, named. */
export function Pagination({ previous, next, items, label = 'Pagination', classes }: PaginationProps) {
  const block = !items
  return (
    <nav
      class={classList('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={label}
    >
      {previous && <Step step={previous} rel="prev" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => Item(item))}</ul>}
      {next && <Step step={next} rel="next" block={block} />}
    </nav>
  )
}

function Item(item: PageItem) {
  if ('ellipsis' in item) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  const { number, href, current, label = `Page ${number}` } = item
  return (
    <li class={classList('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

function Step({ step, rel, block }: { step: PageStep; rel: 'prev' | 'next'; block: boolean }) {
  const decorated = block && !step.label && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={step.href} rel={rel}>
        {(block || rel === 'prev') && <Arrow rel={rel} />}
        <span class={classList('govuk-pagination__link-title', decorated)}>
          {step.text ?? (
            <>
              {rel === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {block && step.label && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{step.label}</span>
          </>
        )}
        {!block && rel === 'next' && <Arrow rel={rel} />}
      </a>
    </div>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ rel }: { rel: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[rel]} />
    </svg>
  )
}
