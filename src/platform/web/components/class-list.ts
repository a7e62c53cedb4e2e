/** Joins class names, leaving out whatever is absent, so components can write conditions inline. */
export function classList(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
