import { CLASSES, type Class, SIDE_BY_SIDE } from './classes.ts'

const SIDE = 'side'

export interface Chosen {
  readonly classes: readonly { readonly of: Class; readonly instances: readonly string[] }[]
  readonly side: readonly string[]
}

/**
 * What `ONLY` chooses, with commas between: classes by key, instances by name, and `side` for what is measured side by
 * side (of the instances named, where some are). Everything without it. Throws a sentence at an unknown word.
 */
export function chosenBy(only: string | undefined): Chosen {
  const words = only?.split(',').map((word) => word.trim())
  if (!words) return { classes: CLASSES.map((of) => ({ of, instances: of.instances })), side: SIDE_BY_SIDE }
  const keys = [...CLASSES.map(({ key }) => key), SIDE]
  const known = CLASSES.flatMap(({ instances }) => instances)
  const unknown = words.filter((word) => !keys.includes(word) && !known.includes(word))
  if (unknown.length > 0)
    throw new Error(`ONLY: ${unknown.join(', ')} is neither an instance nor one of ${keys.join(', ')}`)
  const named = words.filter((word) => known.includes(word))
  const classes = CLASSES.map((of) => ({
    of,
    instances: words.includes(of.key) ? of.instances : of.instances.filter((name) => named.includes(name)),
  }))
  return {
    classes: classes.filter(({ instances }) => instances.length > 0),
    side: words.includes(SIDE)
      ? SIDE_BY_SIDE.filter((name) => named.length === 0 || named.includes(name))
      : [],
  }
}
