import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fields } from './fixtures/fields.tsx'
import { normalise } from './fixtures/normalise.ts'
import { parts } from './fixtures/parts.tsx'
import { pieces } from './fixtures/pieces.tsx'

type Fixtures = { fixtures: { name: string; options: unknown; html: string }[] }

const folder = `${dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))}/dist/govuk/components`

function fixturesOf(component: string) {
  const { fixtures } = JSON.parse(readFileSync(`${folder}/${component}/fixtures.json`, 'utf8')) as Fixtures
  return fixtures
}

// Every example the design system ships, as far as our props reach it: an upgrade shows here what changed.
describe.each([...pieces, ...parts, ...fields])('$component', ({ component, expected, render }) => {
  const inside = fixturesOf(component).flatMap((fixture) => {
    const ours = render(fixture.options)
    return ours === 'unsupported' ? [] : [{ ...fixture, ours }]
  })

  test(`has at least ${expected} examples in our subset`, () => {
    expect(inside.length).toBeGreaterThanOrEqual(Math.max(1, expected))
  })

  test.each(inside)('$name', ({ ours, html }) => {
    expect(normalise(String(ours ?? ''))).toBe(normalise(html))
  })
})
