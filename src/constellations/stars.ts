import { HEIGHT, WIDTH } from './sky-layout.ts'

export type Star = { x: number; y: number; r: number; bright: number }

const STARS = 170
/** The sky is wider than the picture on a wide screen; stars go on there. */
const BESIDE = 420

/** The small stars behind a constellation: decoration, and always the same ones for the same id. */
export function starsFor(id: string): Star[] {
  const next = dice(id)
  return Array.from({ length: STARS }, () => {
    // Most are faint; a few are bright.
    const bright = next() ** 2.5
    return {
      x: Math.round(next() * (WIDTH + 2 * BESIDE) - BESIDE),
      y: Math.round(next() * HEIGHT),
      r: Math.round((0.6 + bright) * 10) / 10,
      bright: Math.round((0.3 + 0.65 * bright) * 100) / 100,
    }
  })
}

/** Numbers from 0 up to but not 1, drawn from a name (mulberry32). */
function dice(name: string): () => number {
  let seed = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
