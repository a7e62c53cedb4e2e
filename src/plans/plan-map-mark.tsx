import { colourOf, markPath, type Placed, round } from './plan-map-shapes.ts'

type Props = {
  spot: Pick<Placed, 'x' | 'y' | 'radius' | 'part'>
  /** The constellation's place in the list: its colour and its mark go by it. */
  number: number
  letter: string
}

/** Marks smaller than this have no room for a letter that can be read. */
const ROOM = 8

/** A hub is a ring with its constellation's letter in it, a satellite its constellation's mark with the letter. */
export function PlanMapMark({ spot, number, letter }: Props) {
  const { x, y, radius, part } = spot
  const hub = part === 'hub'
  return (
    <>
      {hub && <circle class={`plan-map__halo ${colourOf(number)}`} cx={round(x)} cy={round(y)} r={radius} />}
      <path
        class={`${hub ? 'plan-map__hub' : 'plan-map__home'} ${colourOf(number)}`}
        d={hub ? markPath(0, spot, radius - 5) : markPath(number, spot, radius - 1)}
      />
      {radius >= ROOM && (
        <text
          class={hub ? 'plan-map__hub-letter' : 'plan-map__letter'}
          x={round(x)}
          y={round(y)}
          font-size={round(hub ? radius * 0.95 : radius * 1.05)}
          text-anchor="middle"
          dominant-baseline="central"
        >
          {letter}
        </text>
      )}
    </>
  )
}
