import type { Child } from 'hono/jsx'
import { letterOf } from '../constellations/sky.tsx'
import type { Layout, ToLayOut } from './plan-map-layout.ts'
import { PlanMapMark } from './plan-map-mark.tsx'

type Props = Pick<ToLayOut, 'homes' | 'constellations' | 'barriers'> & {
  siblings: readonly unknown[]
  year: string
  layout: Layout
}

/** What the marks of the map mean, which homes are not on it, and whose data it is. */
export function PlanMapKey({ homes, constellations, barriers, siblings, year, layout }: Props) {
  const nameOf = new Map(homes.map(({ id, name }) => [id, name]))
  const nowhere = homes.filter(({ place }) => place === null)
  const outside = [...layout.placed.values()].some(({ part }) => part === 'out')
  const councils = layout.borders.map(({ name }) => name).filter((name) => name !== '')
  return (
    <figcaption class="plan-map-key">
      <ul aria-label="Key to the map">
        {constellations.map(({ hub, satellites }, number) => (
          <Entry words={`${nameOf.get(hub) ?? 'A home'} and ${homesInWords(satellites.length)}`}>
            <PlanMapMark
              spot={{ x: 16, y: 16, radius: 14, part: 'hub' }}
              number={number}
              letter={letterOf(number)}
            />
            <PlanMapMark
              spot={{ x: 46, y: 16, radius: 10, part: 'satellite' }}
              number={number}
              letter={letterOf(number)}
            />
          </Entry>
        ))}
        {outside && (
          <Entry words="Left out of this plan">
            <circle class="plan-map__out" cx="30" cy="16" r="6" />
          </Entry>
        )}
        {siblings.length > 0 && (
          <Entry words="Brothers and sisters who live apart">
            <path class="plan-map__thread" d="M6 22Q30 4 54 18" />
          </Entry>
        )}
        {barriers.length > 0 && (
          <Entry words={`Counts as a barrier: ${barriers.map(({ name }) => name).join(', ')}`}>
            <path class="plan-map__barrier" d="M6 20L24 12L54 18" />
          </Entry>
        )}
      </ul>
      {nowhere.length > 0 && (
        <p>Not on the map, as no place is known: {nowhere.map(({ name }) => name).join('; ')}.</p>
      )}
      <p class="small quiet">
        {councils.length > 0 && `Borders: ${councils.join(', ')}. `}
        {councils.length > 0 ? 'Positions and borders' : 'Positions'}: Source: Office for National Statistics
        licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database
        right {year}. Contains Royal Mail data © Royal Mail copyright and database right {year}. Contains
        National Statistics data © Crown copyright and database right {year}.
      </p>
    </figcaption>
  )
}

const homesInWords = (count: number) => (count === 1 ? '1 home' : `${count} homes`)

function Entry({ words, children }: { words: string; children?: Child }) {
  return (
    <li>
      <svg
        class="plan-map-key__mark"
        viewBox="0 0 60 32"
        width="60"
        height="32"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
      {words}
    </li>
  )
}
