import { expect, test } from 'vitest'
import { normalise } from './fixtures/normalise.ts'
import { type Night, NightStrip } from './nights.tsx'

const nights: Night[] = [
  { date: '2026-11-27', label: 'Fri', day: 27, state: 'free', words: '2 beds', chosen: true },
  { date: '2026-11-28', label: 'Sat', day: 28, state: 'limited', words: '1 bed' },
  { date: '2026-11-29', label: 'Sun', day: 29, state: 'full', words: 'full' },
]

const heard = (html: string) =>
  html
    .replace(/<span aria-hidden="true">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')

test('a strip to read is a list that says day, month, beds and what is chosen', () => {
  const html = String(<NightStrip nights={nights} />)
  expect(html.match(/<li/g)).toHaveLength(3)
  expect(heard(html)).toBe('Fri 27 November: 2 beds, chosenSat 28 November: 1 bedSun 29 November: full')
})

test('with a name it is a group of radio buttons, and a full night can be asked for too', () => {
  const lines = normalise(String(<NightStrip nights={nights} name="from" legend="Which night?" />)).split(
    '\n',
  )
  const inputs = lines.filter((line) => line.includes('<input'))
  expect(inputs.map((line) => /checked/.test(line))).toEqual([true, false, false])
  expect(inputs.map((line) => /disabled/.test(line))).toEqual([false, false, false])
  expect(inputs.every((line) => line.includes('type="radio"') && line.includes('name="from"'))).toBe(true)
  expect(lines.some((line) => line.includes('Which night?'))).toBe(true)
})

test('several nights are checkboxes; the first has the name as its id for the error summary', () => {
  const html = String(<NightStrip nights={nights} name="nights" several error="Choose a night" />)
  expect(html).toContain('type="checkbox" id="nights"')
  expect(html).toContain('aria-describedby="nights-error"')
})
