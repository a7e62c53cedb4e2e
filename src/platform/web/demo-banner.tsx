import type { Child } from 'hono/jsx'

/** Across the top of every page of a demonstration, so that nobody takes it for the real service. */
export function DemoBanner({ children }: { children?: Child }) {
  return (
    <section class="demo" aria-label="Demonstration">
      <div class="govuk-width-container">
        <strong>Demonstration.</strong> {children ?? 'Every home, carer and child here is made up.'}
      </div>
    </section>
  )
}
