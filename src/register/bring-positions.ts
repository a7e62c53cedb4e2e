import type { Kysely } from 'kysely'
import { placeHomes } from '../households/bulk.ts'
import { positionsOf } from '../households/position.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusals.ts'
import type { DB } from '../platform/tables.ts'
import { count } from '../values/words.ts'
import { batches } from './batches.ts'
import { inOrder, type Notice } from './problems.ts'
import { type PositionsRead, readPositions, type Source } from './read-positions.ts'
import { fillWiderPlaces, homesToPlace, savePositions } from './store-positions.ts'

/** `written` counts places that are new or have moved. */
export type PositionsOutcome = { lines: number; written: number; notices: Notice[] }

/**
 * Reads and saves where places are, inside the transaction of `db`, and fills wider places from narrower ones.
 * Throws a `Refusal` with every problem as `detail.problems`; the caller undoes the transaction.
 */
export async function bringPositions(
  db: Kysely<DB>,
  file: string,
  source: Source,
  progress: (line: string) => void = () => {},
): Promise<PositionsOutcome> {
  const said: PositionsRead = { lines: 0, problems: [], notices: [] }
  let written = 0
  let told = 0
  for await (const places of readPositions(file, source, said)) {
    if (said.problems.length === 0) written += await savePositions(db, places)
    if (said.lines - told >= 100_000) {
      told = said.lines
      progress(`Positions: ${said.lines.toLocaleString('en-GB')} lines`)
    }
  }
  if (said.problems.length > 0) {
    const says = `${count(said.problems.length, 'problem')} in ${file}, so nothing was imported`
    throw new Refusal(says, { field: 'places', detail: { problems: inOrder(said.problems) } })
  }
  written += await fillWiderPlaces(db)
  return { lines: said.lines, written, notices: said.notices }
}

/** Looks the homes of the service up again. Gives how many are now known better, or for the first time. */
export async function placeHomesAgain(
  context: Context,
  progress: (line: string) => void = () => {},
): Promise<number> {
  let placed = 0
  for (const homes of batches('Homes', await homesToPlace(context), progress)) {
    const positions = await positionsOf(context.db, [...new Set(homes.map((home) => home.postcode))])
    const moved = homes.flatMap(({ id, postcode, lat, lon, from }) => {
      const found = positions.get(postcode)
      if (!found || found.from === 'none') return []
      if (found.from === from && found.lat === lat && found.lon === lon) return []
      return [{ id, lat: found.lat, lon: found.lon, position_from: found.from }]
    })
    placed += await placeHomes(context, moved)
  }
  return placed
}

/** Thrown to undo an import that was only to show what it would do. */
export class ShownOnly extends Error {
  readonly outcome: PositionsOutcome & { homes: number }
  constructor(outcome: PositionsOutcome & { homes: number }) {
    super('Nothing was changed')
    this.outcome = outcome
  }
}
