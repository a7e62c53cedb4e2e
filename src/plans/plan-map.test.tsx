import { expect, test } from 'vitest'
import { PlanMap, type PlanMapProps } from './plan-map.tsx'

const at = (id: string, name: string, lat: number, lon: number) => ({ id, name, place: { lat, lon } })

const props: PlanMapProps = {
  id: 'plan',
  title: 'Two constellations from 6 homes',
  homes: [
    at('a', 'Ada Quill', 50.8, -1.08),
    at('b', 'Ben Orr', 50.81, -1.07),
    at('c', 'Cy <Moss>', 50.85, -1.02),
    at('d', 'Dot Vane', 50.86, -1.03),
    at('e', 'Ed Lark', 50.82, -1.1),
    { id: 'f', name: 'Flo Tarn', place: null },
  ],
  constellations: [
    { hub: 'a', satellites: ['b', 'f'] },
    { hub: 'c', satellites: ['d'] },
  ],
  siblings: [
    ['b', 'd'],
    ['b', 'f'],
  ],
  borders: [
    {
      name: 'Westmere',
      rings: [
        [
          [-1.2, 50.7],
          [-0.9, 50.7],
          [-0.9, 50.9],
          [-1.2, 50.9],
          [-1.2, 50.7],
        ],
      ],
    },
  ],
  barriers: [],
  href: (home) => (home === 'e' ? null : `/plans/1/homes/${home}`),
  year: '2026',
  marked: 'b',
}
const html = String(<PlanMap {...props} />)
const links = [...html.matchAll(/<a href="([^"]+)"><title>([^<]+)<\/title>/g)].map(([, href, title]) => [
  href,
  title,
])

test('every home with a place is a link that says what it is, constellation by constellation', () => {
  expect(links).toEqual([
    ['/plans/1/homes/a', 'A: Ada Quill, hub'],
    ['/plans/1/homes/b', 'A: Ben Orr, with Ada Quill'],
    ['/plans/1/homes/c', 'B: Cy &lt;Moss&gt;, hub'],
    ['/plans/1/homes/d', 'B: Dot Vane, with Cy &lt;Moss&gt;'],
  ])
  expect(html).toContain('<g><title>Ed Lark, left out</title>')
})

test('the picture has a name and a description', () => {
  expect(html).toContain('aria-labelledby="plan-title plan-desc"')
  expect(html).toContain('<title id="plan-title">Map: Two constellations from 6 homes</title>')
  expect(html).toMatch(/<desc id="plan-desc">North is up\./)
})

test('the key has each constellation’s letter, who is not on the map, and whose data it is', () => {
  expect(html).toMatch(/Ada Quill and 2 homes/)
  expect(html).toMatch(/Cy &lt;Moss&gt; and 1 home</)
  expect(html).toContain('Left out of this plan')
  expect(html).toContain('Not on the map, as no place is known: Flo Tarn.')
  expect(html).toContain('Borders: Westmere.')
  expect(html).toContain('Open Government Licence v.3.0')
})

test('one thread is drawn, for the one pair of which both places are known, and one home is marked', () => {
  const map = html.slice(0, html.indexOf('<figcaption'))
  expect(map.match(/plan-map__thread/g)).toHaveLength(1)
  expect(map.match(/plan-map__marked/g)).toHaveLength(1)
})

test('without a place there is a sentence', () => {
  const nowhere = props.homes.map((home) => ({ ...home, place: null }))
  expect(String(<PlanMap {...props} homes={nowhere} />)).toBe(
    '<p>There is no map: no home in this plan has a known place.</p>',
  )
})
