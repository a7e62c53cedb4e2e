import type { Child } from 'hono/jsx'
import { Button } from './components/button.tsx'
import { Page } from './layout.tsx'
import type { Typed } from './read-form.ts'

type Trouble = {
  title: string
  version: string
  /** The duty number, as last known: the one thing that must be here when nothing else works. */
  duty?: string | undefined
  children: Child
}

/** A page for when the asked-for page cannot be shown. */
export function TroublePage({ title, version, duty, children }: Trouble) {
  return (
    <Page title={title} heading={title} version={version} duty={duty ? { number: duty } : undefined}>
      {children}
    </Page>
  )
}

/** Sends once more exactly what was typed. Files cannot be sent again by a page and must be chosen anew. */
export function SendAgain({ action, typed }: { action: string; typed: Typed }) {
  const pairs = Object.entries(typed).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' ? [[name, one] as const] : [],
    ),
  )
  return (
    <form method="post" action={action}>
      {pairs.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button>Send it again</Button>
    </form>
  )
}
