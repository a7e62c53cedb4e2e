import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { readable } from '../../values/contrast.ts'
import { BackLink } from './components/back-link.tsx'
import { type ErrorLink, ErrorSummary } from './components/error-summary.tsx'
import { SkipLink } from './components/skip-link.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { type Duty, Footer } from './footer.tsx'
import { Header, type HeaderProps } from './header.tsx'

export type PageProps = HeaderProps & {
  /** The page's own name; the browser's title adds the service's. */
  title: string
  /** Where "Back" goes; none on a page that starts something. */
  back?: string | undefined
  /** The page's `h1`; leave it out when a question on the page is the heading. */
  heading?: Child
  errors?: readonly ErrorLink[] | undefined
  /** Says that nothing here is real; `true` for the usual words. */
  demo?: Child
  /** Whom to ring when the page cannot help. */
  duty?: Duty | undefined
  /** The stylesheet's hash, so that a new one is fetched when it changes. */
  version?: string | undefined
  /** This answer's content security policy nonce; a council's header colour needs it. */
  nonce?: string | undefined
  /** A script of the page's own, run only with a nonce; every page works without. */
  script?: string | undefined
  children?: Child
}

/** Every page: skip link, header, the way back, the problems, the heading, the page, whom to ring. */
export function Page(props: PageProps) {
  const { title, service, back, heading, errors = [], demo, version, nonce, script, children } = props
  const name = service?.name ? `${service.name} – Constellation` : 'Constellation'
  // Only a colour that white words can be read on; anything else, markup included, is left out.
  const own = readable('#ffffff', service?.colour ?? '') ? service?.colour : undefined
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en-GB" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{`${errors.length > 0 ? 'Error: ' : ''}${title} – ${name}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content={own ?? '#12294d'} />
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={`/assets/theme.css${version ? `?v=${version}` : ''}`} />
          {own && <style nonce={nonce}>{raw(`:root{--header:${own}}`)}</style>}
        </head>
        <body class="govuk-template__body">
          <SkipLink />
          {demo && <DemoBanner>{demo === true ? undefined : demo}</DemoBanner>}
          <Header {...props} />
          <div class="govuk-width-container">
            {back && (
              <nav aria-label="Back">
                <BackLink href={back} />
              </nav>
            )}
            <main class="govuk-main-wrapper" id="main-content">
              {errors.length > 0 && <ErrorSummary errors={[...errors]} focus />}
              {heading && <h1>{heading}</h1>}
              {children}
            </main>
          </div>
          <Footer duty={props.duty} />
          {script && nonce && <script nonce={nonce}>{raw(script)}</script>}
        </body>
      </html>
    </>
  )
}
