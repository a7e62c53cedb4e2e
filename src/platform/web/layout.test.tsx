import { expect, test } from 'vitest'
import { Page } from './layout.tsx'

test('a page says its language, its name and where its content starts', () => {
  const html = String(<Page title="Ask for a sleepover" service={{ name: 'Westshire' }} version="abc" />)
  expect(html).toMatch(/^<!doctype html><html lang="en-GB"/)
  expect(html).toContain('<title>Ask for a sleepover – Westshire – Constellation</title>')
  expect(html).toContain('href="/assets/theme.css?v=abc"')
  expect(html.indexOf('govuk-skip-link')).toBeLessThan(html.indexOf('<header'))
  expect(html).toContain('id="main-content"')
})

test('problems come first: in the title, and in a summary that takes the keyboard', () => {
  const html = String(<Page title="Ask" errors={[{ text: 'Choose a night', href: '#night' }]} />)
  expect(html).toContain('<title>Error: Ask')
  expect(html).toMatch(/<div class="govuk-error-summary"[^>]* autofocus/)
  expect(html).toContain('<a href="#night">Choose a night</a>')
})

test('a council’s colour is used only when white can be read on it', () => {
  const head = (colour: string) => String(<Page title="Home" nonce="n1" service={{ colour }} />)
  expect(head('#5b2a86')).toContain('<style nonce="n1">:root{--header:#5b2a86}</style>')
  expect(head('#ffcc4d')).not.toContain('<style')
  expect(head('red}</style><script>')).not.toContain('<script')
})

test('an own script runs only with a nonce', () => {
  expect(String(<Page title="Home" script="go()" />)).not.toContain('<script')
  expect(String(<Page title="Home" script="go()" nonce="n1" />)).toContain('<script nonce="n1">go()</script>')
})

test('who is signed in, a button to sign out, whom to ring, and that a demonstration is one', () => {
  const html = String(
    <Page
      title="Home"
      nav={[{ name: 'Home', href: '/', current: true }]}
      person={{ name: 'Sam <Carer>', role: 'hub carer' }}
      duty={{ number: '01632 960 001' }}
      demo
    />,
  )
  expect(html).toContain('Sam &lt;Carer&gt;, hub carer')
  expect(html).toContain('<form method="post" action="/sign-out">')
  expect(html).toContain('href="tel:01632960001"')
  expect(html).toContain('aria-current="page"')
  expect(html).toContain('Demonstration.')
})

test('nobody signed in and nowhere to go: no menu', () => {
  expect(String(<Page title="Sign in" />)).not.toContain('<details')
})
