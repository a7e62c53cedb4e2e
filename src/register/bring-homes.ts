import { addPeople } from '../access/bulk.ts'
import { addBeds, endBeds, stateHomeFacts } from '../households/bulk.ts'
import { NOWHERE } from '../households/position.ts'
import { newId } from '../platform/ids.ts'
import { batches } from './batches.ts'
import type { Notice } from './problems.ts'
import { idOf } from './references.ts'
import { FILES, type HomeRow } from './register.ts'
import { nothingSaid } from './rules.ts'
import { decideHomes, type HomeCase, UNKNOWN_HOME } from './rules-homes.ts'
import type { Work } from './work.ts'

/** Weighs the homes of a register, batch by batch, and writes what changes. */
export async function bringHomes(work: Work): Promise<void> {
  const { known, today, register, outcome } = work
  const anywhere = await known.places()
  if (!anywhere && register.homes.some((row) => row.postcode && !row.at)) {
    const says = 'no positions are known yet, so homes are on no map: bring in where postcodes are as well'
    work.hear({
      ...nothingSaid(),
      notices: [{ file: FILES.households, line: null, column: 'postcode', says }],
    })
  }
  for (const batch of batches('Homes', register.homes, work.progress)) {
    const cases = await casesOf(work, batch)
    if (anywhere) work.hear({ ...nothingSaid(), notices: cases.flatMap(nowhere) })
    const decided = decideHomes(cases, today, newId)
    work.hear(decided)
    outcome.homes.changed += decided.changed.size
    outcome.people += decided.people.length
    await work.write(async (context) => {
      const people = await addPeople(context, decided.people)
      const beds = await addBeds(context, decided.beds, today)
      const ended = await endBeds(context, decided.endedBeds, today)
      return people + beds + ended + (await stateHomeFacts(context, decided.facts))
    })
  }
}

async function casesOf({ known, homes, worker }: Work, batch: readonly HomeRow[]): Promise<HomeCase[]> {
  const postcodes = [...new Set(batch.flatMap((row) => row.postcode ?? []))]
  const positions = await known.positions(postcodes)
  const ids = batch.map((row) => idOf(homes, row.reference))
  const found = await known.homes(ids.filter((id) => !homes.isNew(id)))
  return batch.map((row) => {
    const id = idOf(homes, row.reference)
    return {
      id,
      row,
      known: found.get(id) ?? UNKNOWN_HOME,
      position: positions.get(row.postcode ?? '') ?? NOWHERE,
      supervisor: worker(row.supervisor),
    }
  })
}

/** A postcode nobody knows stops nothing. */
function nowhere({ row, position }: HomeCase): Notice[] {
  if (!row.postcode || row.at || position.from !== 'none') return []
  const says = `nobody knows where ${row.postcode} is, so the home is on no map; its lat and lon may be given instead`
  return [{ file: FILES.households, line: row.line, column: 'postcode', says }]
}
