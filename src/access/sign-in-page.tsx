import { Button } from '../platform/web/components/button.tsx'
import { Input } from '../platform/web/components/input.tsx'
import { InsetText } from '../platform/web/components/inset-text.tsx'
import { Table } from '../platform/web/components/table.tsx'
import { Page } from '../platform/web/layout.tsx'
import { dayAndTime } from '../values/words.ts'
import type { DemoPerson, SentMessage } from './demo.ts'

type Common = { version: string; next: string; development: boolean; error?: string; email?: string }

const development = (
  <p>
    <a href="/development/messages">Messages sent from here</a> (no mail is sent on this machine)
  </p>
)

/** An email address; in the demo, everybody there is, one button each. */
export function SignInPage({ demo, ...props }: Common & { demo: DemoPerson[] }) {
  const errors = props.error ? [{ text: props.error, href: '#email' }] : []
  return (
    <Page title="Sign in" heading="Sign in" version={props.version} errors={errors} demo={demo.length > 0}>
      {demo.length > 0 && <DemoPeople people={demo} next={props.next} />}
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={props.next} />
        <Input
          name="email"
          label="Your email address"
          hint="We send you a code. There is no password to remember."
          type="email"
          autocomplete="email"
          value={props.email}
          error={props.error}
        />
        <Button>Send me a code</Button>
      </form>
    </Page>
  )
}

function DemoPeople({ people, next }: { people: DemoPerson[]; next: string }) {
  const services = [...new Set(people.map((person) => person.serviceName))]
  return (
    <>
      {services.map((service) => (
        <section class="demo-people">
          <h2>Try {service} as</h2>
          <form method="post" action="/sign-in/demo">
            <input type="hidden" name="next" value={next} />
            <ul class="demo-people__list">
              {people
                .filter((person) => person.serviceName === service)
                .map((person) => (
                  <li>
                    <button type="submit" name="person" value={person.id} class="link-button">
                      {person.name}
                    </button>
                    , {person.roles.join(', ')}
                  </li>
                ))}
            </ul>
          </form>
        </section>
      ))}
    </>
  )
}

/** The code from the email. An unknown address gets the same page and no email. */
export function CodePage(props: Common) {
  const errors = props.error ? [{ text: props.error, href: '#code' }] : []
  return (
    <Page
      title="Enter your code"
      heading="Enter your code"
      back="/sign-in"
      version={props.version}
      errors={errors}
    >
      <InsetText>If we know {props.email}, a code is on its way. It works for 10 minutes.</InsetText>
      <form method="post" action="/sign-in/code" novalidate>
        <input type="hidden" name="next" value={props.next} />
        <input type="hidden" name="email" value={props.email} />
        <Input
          name="code"
          label="Code from the email"
          hint="6 digits"
          width={10}
          inputmode="numeric"
          autocomplete="one-time-code"
          error={props.error}
        />
        <Button>Sign in</Button>
      </form>
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={props.next} />
        <input type="hidden" name="email" value={props.email} />
        <button type="submit" class="link-button">
          Send a new code
        </button>
      </form>
      {props.development && development}
    </Page>
  )
}

/** What would have been sent. For development alone. */
export function MessagesPage({ version, messages }: { version: string; messages: SentMessage[] }) {
  return (
    <Page title="Messages sent from here" heading="Messages sent from here" version={version} back="/sign-in">
      <Table
        caption="The newest first"
        scroll
        head={['When', 'To', 'Subject', 'Message']}
        rows={messages.map((m) => [dayAndTime(m.created_at), m.to, m.subject, m.body])}
      />
    </Page>
  )
}
