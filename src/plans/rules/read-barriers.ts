import type { PlanSettings } from './facts.ts'

type Barrier = PlanSettings['barriers'][number]

/** What may be planned in: the British Isles, in degrees. */
const inReach = (lat: number, lon: number) => lat >= 49 && lat <= 61.5 && lon >= -9 && lon <= 2.5

/**
 * Barriers as a person types them, one to a line: `The harbour: 50.79 -1.11, 50.84 -1.10; 8` is two places or more (latitude,
 * longitude) and, after the semicolon, how many kilometres the way round it takes; without, nobody crosses it. Gives a sentence
 * for each line that cannot be read.
 */
export function readBarriers(text: string): { barriers: Barrier[]; problems: string[] } {
  const barriers: Barrier[] = []
  const problems: string[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const barrier = readLine(line)
    if (typeof barrier === 'string') problems.push(`Line ${at + 1}: ${barrier}`)
    else barriers.push(barrier)
  })
  return { barriers, problems }
}

function readLine(text: string): Barrier | string {
  const [, name = '', places = '', extra] = /^\s*([^:]+):([^;]*)(?:;\s*(.*?)\s*(?:km)?\s*)?$/.exec(text) ?? []
  if (!name) return 'begin with a name and a colon, like “The harbour: 50.79 -1.11, 50.84 -1.10”'
  const line = places.split(',').map((place) => {
    const [lat, lon] = place.trim().split(/\s+/).map(Number)
    return { lat: lat ?? Number.NaN, lon: lon ?? Number.NaN }
  })
  if (line.length < 2) return `give “${name.trim()}” two places or more, with a comma between them`
  if (!line.every(({ lat, lon }) => inReach(lat, lon)))
    return `give each place of “${name.trim()}” as latitude and longitude, like 50.79 -1.11`
  const km = extra === undefined || extra === '' ? null : Number(extra)
  if (km !== null && !(km >= 0 && km <= 1000))
    return `after the semicolon of “${name.trim()}” comes how many kilometres the way round takes, or nothing`
  return { name: name.trim(), line, extraKm: km }
}

/** The same barriers as a person would type them. */
export const barriersInWords = (barriers: readonly Barrier[]): string =>
  barriers
    .map(({ name, line, extraKm }) => {
      const places = line.map(({ lat, lon }) => `${lat} ${lon}`).join(', ')
      return `${name}: ${places}${extraKm === null ? '' : `; ${extraKm}`}`
    })
    .join('\n')
