/** One time of day: `08:00`, `8.30`, `8am`, `8:30 pm`. */
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i

/**
 * The times of day in a carer's words, as `08:00`, in order, each once: `8am and 8pm`, `08:00, 20:00`. A number
 * alone is not a time (`2 tablets`), and where any part is not one the answer is null.
 */
export function timesIn(words: string): string[] | null {
  const parts = words
    .split(/[,;\n]|\band\b|&/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) return null
  const times = parts.map(timeOfDay)
  return times.includes(null) ? null : [...new Set(times as string[])].sort()
}

function timeOfDay(words: string): string | null {
  if (/^(midday|noon)$/i.test(words)) return '12:00'
  if (/^midnight$/i.test(words)) return '00:00'
  const [, hours, minutes = '00', half] = TIME.exec(words) ?? []
  if (hours === undefined || (!half && !/[:.]/.test(words))) return null
  const given = Number(hours)
  if (half && (given < 1 || given > 12)) return null
  const hour = half ? (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : given
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : null
}
