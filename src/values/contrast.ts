/** The least contrast between words and what is behind them: WCAG 2.2, 1.4.3 (AA, body text). */
export const leastContrast = 4.5

const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/**
 * The contrast of two colours, from 1 (the same) to 21 (black on white), as WCAG 2.2 defines it.
 * Colours are `#rrggbb`; anything else is a `RangeError`.
 */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Whether words of one colour can be read on the other; `false` too for what is not a colour. */
export function readable(words: string, behind: string): boolean {
  return hex.test(words) && hex.test(behind) && contrast(words, behind) >= leastContrast
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(colour: string): number {
  const parts = hex.exec(colour)
  if (!parts) throw new RangeError(`Not a colour written as #rrggbb: ${colour}`)
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
