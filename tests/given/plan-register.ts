import { CHILDREN_HEADER, type Files, HOUSEHOLDS_HEADER, LINKS_HEADER } from './register.ts'

type Line = { postcode?: string; lat?: string; lon?: string; beds?: number; wants?: string; hub?: string }

const ref = (n: number) => `H${String(n).padStart(3, '0')}`

/** One approved home of households.csv with everything in date; `H001` and so on. */
export const planLine = (
  n: number,
  { postcode = '', lat = '', lon = '', beds = 0, wants = 'yes', hub = 'no' }: Line,
) =>
  [
    ref(n),
    `mainstream,Ada Ashby,,${postcode},2019-05-01,,3,0,18,any,${beds},yes,2199-01-01,2199-01-01,,none,no,English,`,
    `${wants},${hub},${lat},${lon}`,
  ].join(',')

/**
 * A register to plan from: two clusters of `each` homes eleven kilometres apart, one child in each home; the first home of
 * each cluster may be a hub. `PO1 1` and `PO9 1` are its sectors where `postcodes` says so.
 */
export function registerToPlan(each: number, { postcodes = false } = {}): Files {
  const line = (n: number) => {
    const west = n <= each
    const hub = n === 1 || n === each + 1
    const place = postcodes
      ? { postcode: west ? 'PO1 1AA' : 'PO9 1AA' }
      : { lat: String(50.8 + (n % each) / 1000), lon: west ? '-1.10' : '-0.94' }
    return planLine(n, { ...place, beds: hub ? 2 : 0, hub: hub ? 'yes' : 'no' })
  }
  const numbers = Array.from({ length: each * 2 }, (_, at) => at + 1)
  const child = (n: number) =>
    `C${String(n).padStart(3, '0')},Bram,Birch,2019-01-01,M,C2,${ref(n)},2024-01-01,Ashcombe,,,,can,no_preference,,`
  return {
    households: [`${HOUSEHOLDS_HEADER},lat,lon`, ...numbers.map(line)].join('\n'),
    children: [CHILDREN_HEADER, ...numbers.map(child)].join('\n'),
    links: LINKS_HEADER,
  }
}
