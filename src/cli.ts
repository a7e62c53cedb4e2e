import { buildProgram } from './cli/program.ts'
import { sayTrouble } from './cli/say.ts'

// Somebody who reads only the first lines (`| head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

buildProgram().parseAsync().catch(sayTrouble)
