/** A postcode in its three widths, from the few doors of a unit to a town's outcode. */
export type PostcodeParts = { unit: string; sector: string; outcode: string }

/** The width of a place: `GL1 1JY` is a unit, `GL1 1` a sector, `GL1` an outcode. */
export type PlaceLevel = 'unit' | 'sector' | 'outcode'

// The letters each place of a postcode allows: Royal Mail's Programmers' Guide, PAF edition 7, section 5.
const OUTCODE = /^(?:[A-PR-UWYZ](?:\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d{1,2}|[A-HK-Y]\d[ABEHMNPRVWXY])|GIR)$/
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/

/** The postcode as it is written: capitals, one space before the last three. What is no postcode is only tidied. */
export function normalisePostcode(text: string): string {
  const letters = squeezed(text)
  return letters.length > 4 ? `${letters.slice(0, -3)} ${letters.slice(-3)}` : letters
}

/** The parts of a possible UK postcode however it was typed, or null when it cannot be one. */
export function splitPostcode(text: string): PostcodeParts | null {
  const letters = squeezed(text)
  const outcode = letters.slice(0, -3)
  const inward = letters.slice(-3)
  if (!OUTCODE.test(outcode) || !INWARD.test(inward)) return null
  return { unit: `${outcode} ${inward}`, sector: `${outcode} ${inward.slice(0, 1)}`, outcode }
}

/** Whether this could be a UK postcode. Whether it is in use, only a directory knows. */
export const isPostcode = (text: string): boolean => splitPostcode(text) !== null

/**
 * A place as the position table names it, from a file that gives units, sectors or outcodes; null when it is none.
 * `GL11` is read as the outcode, so a sector needs its space: `GL1 1`.
 */
export function readPlace(text: string): { place: string; level: PlaceLevel } | null {
  const unit = splitPostcode(text)
  if (unit) return { place: unit.unit, level: 'unit' }
  const [outcode = '', sector, ...more] = text.trim().toUpperCase().split(/\s+/)
  if (!OUTCODE.test(outcode) || more.length > 0) return null
  if (sector === undefined) return { place: outcode, level: 'outcode' }
  return /^\d$/.test(sector) ? { place: `${outcode} ${sector}`, level: 'sector' } : null
}

const squeezed = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
