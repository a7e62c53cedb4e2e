import pg from 'pg'

const asNumber = (text: string): number => Number(text)

/**
 * How values leave our pools, and only ours: a date stays 'YYYY-MM-DD' (a JavaScript Date would move it by
 * the machine's time zone), counts and sums are numbers, ranges are text, moments are Dates.
 */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.INT8, asNumber)
types.setTypeParser(pg.types.builtins.NUMERIC, asNumber)
// Arrays have no name in pg: date[] and text[] read alike, bigint[] and numeric[] like double precision[].
const array = (of: number) => pg.types.getTypeParser(of)
types.setTypeParser(1182, array(1009))
types.setTypeParser(1016, array(1022))
types.setTypeParser(1231, array(1022))
