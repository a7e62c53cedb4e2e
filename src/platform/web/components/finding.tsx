import type { Child } from 'hono/jsx'

export type FindingKind = 'stop' | 'yes' | 'know'

export type FindingFact = {
  kind: FindingKind
  /** What was found, in a sentence. */
  says: Child
  why?: Child
  /** Who can change it. */
  who?: Child
  href?: string | undefined
  /** The words of the link; `says` is read with them, so that links alone make sense. */
  link?: string | undefined
}

export type FindingsProps = {
  findings: readonly FindingFact[]
  headingLevel?: 2 | 3 | 4 | undefined
}

const kinds: readonly { kind: FindingKind; word: string; link: string }[] = [
  { kind: 'stop', word: 'Stops this', link: 'Put this right' },
  { kind: 'yes', word: 'Needs a yes', link: 'Ask for a yes' },
  { kind: 'know', word: 'Good to know', link: 'Read more' },
]

/** Everything found about a request at once, worst first, each kind with its count. */
export function Findings({ findings, headingLevel = 2 }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <div class="findings">
      {kinds.map(({ kind, word, link }) => {
        const some = findings.filter((finding) => finding.kind === kind)
        if (some.length === 0) return null
        return (
          <Finding kind={kind} heading={`${word}: ${some.length}`} headingLevel={headingLevel}>
            <ul class="finding__list">
              {some.map((finding) => (
                <Item finding={finding} link={finding.link ?? link} />
              ))}
            </ul>
          </Finding>
        )
      })}
    </div>
  )
}

function Item({ finding, link }: { finding: FindingFact; link: string }) {
  const { says, why, who, href } = finding
  return (
    <li>
      <p>{says}</p>
      {(why || who || href) && (
        <p class="finding__why">
          {why} {who}{' '}
          {href && (
            <a href={href}>
              {link}
              <span class="govuk-visually-hidden">: {says}</span>
            </a>
          )}
        </p>
      )}
    </li>
  )
}

export type FindingProps = {
  kind: FindingKind
  heading: Child
  headingLevel?: 2 | 3 | 4 | undefined
  children?: Child
}

/** The box of one kind of finding, with a heading of its own; also for what a person should look at. */
export function Finding({ kind, heading, headingLevel = 2, children }: FindingProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section class={`finding finding--${kind}`}>
      <Heading class="finding__heading">{heading}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  )
}
