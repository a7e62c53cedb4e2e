/** How many homes or children are weighed and written at a time: memory stays level however long the file. */
const BATCH = 2000

/** The rows in batches; tells `progress` after each, `Homes: 4,000 of 10,000`, where there are several. */
export function* batches<T>(
  what: string,
  rows: readonly T[],
  progress: (line: string) => void,
): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    yield batch
    const done = from + batch.length
    if (rows.length > BATCH) {
      progress(`${what}: ${done.toLocaleString('en-GB')} of ${rows.length.toLocaleString('en-GB')}`)
    }
  }
}
