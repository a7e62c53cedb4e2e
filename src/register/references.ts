import type { Notice, Problem } from './problems.ts'
import type { Register } from './read-register.ts'
import { FILES } from './register.ts'

/** The references of a file with the ids they stand for: those already known, and new ids for the others. */
export type References = {
  /** Every reference, of the file and of the service, with its id. */
  ids: Map<string, string>
  added: { id: string; reference: string }[]
  isNew: (id: string) => boolean
}

/** Gives each row of a file its id. Takes `known` over and adds to it. */
export function referencesOf(
  rows: readonly { reference: string }[],
  known: Map<string, string>,
  newId: () => string,
): References {
  const added = rows
    .filter(({ reference }) => !known.has(reference))
    .map(({ reference }) => ({ id: newId(), reference }))
  for (const { id, reference } of added) known.set(reference, id)
  const fresh = new Set(added.map(({ id }) => id))
  return { ids: known, added, isNew: (id) => fresh.has(id) }
}

/** The id of a reference that was given one. */
export function idOf({ ids }: References, reference: string): string {
  const id = ids.get(reference)
  if (id === undefined) throw new Error('A row of the register was given no id')
  return id
}

/**
 * Homes and children that a line names and nobody knows. Where a file could not be read to its end, nothing is
 * said of what it may have held.
 */
export function unknownReferences(register: Register, homes: References, children: References): Problem[] {
  const { homeReferences, childReferences } = register
  const knows = (file: Set<string> | null, { ids }: References, reference: string) =>
    file === null || file.has(reference) || ids.has(reference)
  const nobody = (file: string, line: number, column: string, reference: string, of: string): Problem => ({
    file,
    line,
    column,
    what: `nobody knows a ${of} "${reference}"`,
    mend: `use a reference of ${of === 'home' ? FILES.households : FILES.children}, or of a ${of} that is known already`,
  })
  const placements = register.children
    .filter(({ household }) => household !== null && !knows(homeReferences, homes, household))
    .map(({ line, household }) => nobody(FILES.children, line, 'household', household ?? '', 'home'))
  const links = register.links.flatMap(({ line, kind, a, b }) => {
    const [file, refs, of] =
      kind === 'must_not_meet'
        ? ([childReferences, children, 'child'] as const)
        : ([homeReferences, homes, 'home'] as const)
    return Object.entries({ a, b })
      .filter(([, reference]) => !knows(file, refs, reference))
      .map(([column, reference]) => nobody(FILES.links, line, column, reference, of))
  })
  return [...placements, ...links]
}

/** Homes and children that are known and not in the file: an import takes nobody away. */
export function absent(register: Register, homes: References, children: References): Notice[] {
  const notice = (file: string, read: number, known: number, what: string): Notice[] =>
    known > read
      ? [
          {
            file,
            line: null,
            column: null,
            says: `${what} known but not in the file: ${known - read}; they stay as they are`,
          },
        ]
      : []
  return [
    ...notice(FILES.households, register.homes.length, homes.ids.size, 'homes'),
    ...notice(FILES.children, register.children.length, children.ids.size, 'children'),
  ]
}
