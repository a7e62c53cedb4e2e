const stars = [
  { x: 7, y: 9, r: 2 },
  { x: 25, y: 6, r: 2 },
  { x: 27, y: 22, r: 2 },
  { x: 10, y: 27, r: 2 },
]

/** Four homes and the star they keep to. Decoration: the name stands beside it. */
export function Logo() {
  return (
    <svg class="header__logo" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
      <g stroke="#ffcc4d" stroke-width="1.4" stroke-linecap="round" fill="#ffcc4d">
        {stars.map(({ x, y, r }) => (
          <>
            <path d={`M16 16L${x} ${y}`} />
            <circle cx={x} cy={y} r={r} stroke="none" />
          </>
        ))}
        <path d={hub} stroke-width="1" stroke-linejoin="round" />
      </g>
    </svg>
  )
}

const hub = 'M16 9.5l1.9 4.3 4.6.5-3.4 3.2.9 4.6-4-2.3-4 2.3.9-4.6-3.4-3.2 4.6-.5z'

/** The same star on the sky, for the browser's tab; served at `/assets/icon.svg`. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12294d"/><g stroke="#ffcc4d" stroke-width="1.6" fill="#ffcc4d">${stars
  .map(({ x, y, r }) => `<path d="M16 16L${x} ${y}"/><circle cx="${x}" cy="${y}" r="${r}" stroke="none"/>`)
  .join('')}<path d="${hub}"/></g></svg>`
