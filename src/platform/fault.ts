import { DatabaseError } from 'pg'

/**
 * A fault as the log may hold it: where it happened and what stopped it, never what was sent. PostgreSQL's own
 * message and detail repeat the row's values, so of its errors only code, table and constraint are told.
 */
export function sayFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'Something that is no error was thrown'
  if (!(fault instanceof DatabaseError)) return fault.stack ?? fault.message
  const { code, table, constraint, routine, stack = '' } = fault
  const facts = Object.entries({ code, table, constraint, routine }).filter(([, value]) => value)
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [`PostgreSQL: ${facts.map(([name, value]) => `${name} ${value}`).join(', ')}`, ...frames].join('\n')
}
