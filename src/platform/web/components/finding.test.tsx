import { expect, test } from 'vitest'
import { type FindingFact, Findings } from './finding.tsx'

const findings: FindingFact[] = [
  { kind: 'know', says: 'The hub home has a dog.' },
  {
    kind: 'stop',
    says: 'Consent ran out on 20 November.',
    who: 'Their social worker can renew it.',
    href: '/ask',
  },
  { kind: 'yes', says: 'Brother and sister would share a room.' },
  { kind: 'know', says: 'An adrenaline pen goes with the child.' },
]

const headings = (html: string) => [...html.matchAll(/finding__heading">([^<]+)</g)].map(([, words]) => words)

test('says worst first, each kind with its count in words', () => {
  expect(headings(String(<Findings findings={findings} />))).toEqual([
    'Stops this: 1',
    'Needs a yes: 1',
    'Good to know: 2',
  ])
})

test('a kind with nothing in it is not shown, and nothing found shows nothing', () => {
  expect(headings(String(<Findings findings={findings.slice(0, 1)} />))).toEqual(['Good to know: 1'])
  expect(String(<Findings findings={[]} />)).toBe('')
})

test('a link says what it is about to those who hear it alone', () => {
  const html = String(<Findings findings={findings} />)
  expect(html).toContain(
    '<a href="/ask">Put this right<span class="govuk-visually-hidden">: Consent ran out on 20 November.</span></a>',
  )
})

test('what people wrote is never markup', () => {
  const html = String(<Findings findings={[{ kind: 'know', says: '<b>dog</b>' }]} />)
  expect(html).toContain('&lt;b&gt;dog&lt;/b&gt;')
})
