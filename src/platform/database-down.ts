/** SQLSTATE classes and codes of a server that is gone, going, or full. */
const states = /^(08...|57P0[1-3]|53300)$/
const system = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** pg gives these no code. */
const words =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable/

/** Whether the error says that the database cannot be reached, rather than that it refused something. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code && (states.test(code) || system.has(code))) return true
  // A unix socket that is not there; a missing file elsewhere is another matter.
  if (code === 'ENOENT' && syscall === 'connect') return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown)
  return words.test(error.message) || isDatabaseDown(error.cause)
}
