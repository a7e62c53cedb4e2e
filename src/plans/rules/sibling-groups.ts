/**
 * Brothers and sisters as groups: who is a sibling of a sibling is of the same group, whose key is its first child's. A
 * child without any is in none.
 */
export function siblingGroups(pairs: readonly { a: string; b: string }[]): Map<string, string> {
  const parent = new Map<string, string>()
  const first = (child: string): string => {
    const above = parent.get(child) ?? child
    if (above === child) return child
    const top = first(above)
    parent.set(child, top)
    return top
  }
  for (const { a, b } of pairs) {
    const [one, other] = [first(a), first(b)].sort() as [string, string]
    parent.set(other, one)
    parent.set(one, one)
  }
  return new Map([...parent.keys()].map((child) => [child, first(child)]))
}
