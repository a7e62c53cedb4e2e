import { expect, test } from 'vitest'
import { Card, Cards } from './card.tsx'

test('cards are a list of real headings', () => {
  const html = String(
    <Cards>
      <Card heading="Fri 27 Nov, 5pm" headingLevel={2} note={<a href="/handover">Handover list</a>}>
        Both children sleep at the hub home
      </Card>
    </Cards>,
  )
  expect(html).toBe(
    '<ul class="cards"><li class="card"><h2 class="card__heading">Fri 27 Nov, 5pm</h2>' +
      '<p>Both children sleep at the hub home</p>' +
      '<p class="card__note"><a href="/handover">Handover list</a></p></li></ul>',
  )
})
